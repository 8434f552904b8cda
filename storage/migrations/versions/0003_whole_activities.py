"""Activities whole: more fields, what happens after sending, kept photos; large files."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
UNVERIFIED = sa.text("state = 'saved'")
ANSWERS = sa.text("problem_id is not null")
KEPT = sa.text("hash is not null")


def upgrade() -> None:
    op.create_table(
        "media",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("mime", sa.String(length=24), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_media"),
    )
    op.create_table(
        "media_sources",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("unique_id", sa.String(length=64), nullable=False),
        sa.Column("file_id", sa.String(length=255), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("done_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["hash"], ["media.hash"], name="fk_media_sources_hash"),
        sa.PrimaryKeyConstraint("id", name="pk_media_sources"),
        sa.UniqueConstraint("unique_id", name="uq_media_sources_unique_id"),
    )
    with op.batch_alter_table("media_sources") as batch:
        batch.create_index(
            "ix_media_sources_hash", ["hash"], sqlite_where=KEPT, postgresql_where=KEPT
        )
    op.create_table(
        "activity_changes",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("activity_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("what", sa.String(length=12), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_activity_changes_activity_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_activity_changes"),
    )
    with op.batch_alter_table("activity_changes") as batch:
        batch.create_index("ix_activity_changes_activity_id_id", ["activity_id", "id"])
        batch.create_index("ix_activity_changes_person_id_id", ["person_id", "id"])
    with op.batch_alter_table("activities") as batch:
        batch.add_column(sa.Column("people", sa.Integer(), server_default="0", nullable=False))
        batch.add_column(sa.Column("inpres", sa.String(length=8), nullable=True))
        batch.add_column(sa.Column("tags", sa.JSON(), server_default="[]", nullable=False))
        batch.add_column(sa.Column("poktan", sa.JSON(), server_default="[]", nullable=False))
        batch.add_column(
            sa.Column("post_type", sa.String(length=12), server_default="activity", nullable=False)
        )
        batch.add_column(sa.Column("follow_up", sa.Text(), nullable=True))
        batch.add_column(sa.Column("problem_id", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("intervention_id", sa.BigInteger(), nullable=True))
        batch.add_column(
            sa.Column("state", sa.String(length=12), server_default="saved", nullable=False)
        )
        batch.add_column(sa.Column("revision", sa.Integer(), server_default="0", nullable=False))
        batch.add_column(sa.Column("verified_by", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("verified_at", TIME, nullable=True))
        batch.add_column(sa.Column("updated_at", TIME, nullable=True))
        batch.create_index(
            "ix_activities_problem_id",
            ["problem_id"],
            sqlite_where=ANSWERS,
            postgresql_where=ANSWERS,
        )
        batch.create_index(
            "ix_activities_unverified",
            ["region_code", "id"],
            sqlite_where=UNVERIFIED,
            postgresql_where=UNVERIFIED,
        )
    with op.batch_alter_table("activity_photos") as batch:
        batch.add_column(sa.Column("moment", sa.String(length=8), nullable=True))
        batch.create_index("ix_activity_photos_unique_id", ["unique_id"])
    with op.batch_alter_table("groups") as batch:
        batch.add_column(
            sa.Column("posts_activities", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    with op.batch_alter_table("jobs") as batch:
        batch.add_column(sa.Column("done", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("total", sa.Integer(), nullable=True))
    with op.batch_alter_table("outbox_files") as batch:
        batch.add_column(sa.Column("path", sa.String(length=160), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("outbox_files") as batch:
        batch.drop_column("path")
    with op.batch_alter_table("jobs") as batch:
        batch.drop_column("total")
        batch.drop_column("done")
    with op.batch_alter_table("groups") as batch:
        batch.drop_column("posts_activities")
    with op.batch_alter_table("activity_photos") as batch:
        batch.drop_index("ix_activity_photos_unique_id")
        batch.drop_column("moment")
    with op.batch_alter_table("activities") as batch:
        batch.drop_index(
            "ix_activities_unverified", sqlite_where=UNVERIFIED, postgresql_where=UNVERIFIED
        )
        batch.drop_index("ix_activities_problem_id", sqlite_where=ANSWERS, postgresql_where=ANSWERS)
        batch.drop_column("updated_at")
        batch.drop_column("verified_at")
        batch.drop_column("verified_by")
        batch.drop_column("revision")
        batch.drop_column("state")
        batch.drop_column("intervention_id")
        batch.drop_column("problem_id")
        batch.drop_column("follow_up")
        batch.drop_column("post_type")
        batch.drop_column("poktan")
        batch.drop_column("tags")
        batch.drop_column("inpres")
        batch.drop_column("people")
    with op.batch_alter_table("activity_changes") as batch:
        batch.drop_index("ix_activity_changes_person_id_id")
        batch.drop_index("ix_activity_changes_activity_id_id")
    op.drop_table("activity_changes")
    with op.batch_alter_table("media_sources") as batch:
        batch.drop_index("ix_media_sources_hash", sqlite_where=KEPT, postgresql_where=KEPT)
    op.drop_table("media_sources")
    op.drop_table("media")
