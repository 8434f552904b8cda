"""Problems and interventions, words that point to a section, and posts to other systems."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
REGION = sa.String(13).with_variant(sa.String(13, collation="C"), "postgresql")
OPEN = sa.text("state in ('open', 'planned')")
PLANNED = sa.text("state = 'planned'")
IDLE = sa.text("state = 'open' and listed_at is null")
POSTING = sa.text("state in ('queued', 'sending')")


def upgrade() -> None:
    op.create_table(
        "hints",
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("word", sa.String(length=60), nullable=False),
        sa.Column("value", sa.String(length=16), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("kind", "word", name="pk_hints"),
    )
    op.create_table(
        "problems",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("receipt", sa.String(length=16), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("category", sa.String(length=12), nullable=False),
        sa.Column("choice", sa.String(length=12), nullable=True),
        sa.Column("what", sa.Text(), nullable=True),
        sa.Column("affected", sa.Integer(), nullable=True),
        sa.Column("affected_band", sa.String(length=12), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("priority", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("idle_since", TIME, nullable=True),
        sa.Column("listed_at", TIME, nullable=True),
        sa.Column("closed_at", TIME, nullable=True),
        sa.Column("updated_at", TIME, nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_problems_person_id"),
        sa.ForeignKeyConstraint(["region_code"], ["regions.code"], name="fk_problems_region_code"),
        sa.PrimaryKeyConstraint("id", name="pk_problems"),
        sa.UniqueConstraint("receipt", name="uq_problems_receipt"),
    )
    with op.batch_alter_table("problems") as batch:
        batch.create_index(
            "ix_problems_open", ["region_code", "id"], sqlite_where=OPEN, postgresql_where=OPEN
        )
        batch.create_index("ix_problems_person_id_id", ["person_id", "id"])
        batch.create_index("ix_problems_region_code_id", ["region_code", "id"])
        batch.create_index(
            "ix_problems_idle", ["idle_since"], sqlite_where=IDLE, postgresql_where=IDLE
        )
    op.create_table(
        "interventions",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("problem_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("agency", sa.String(length=120), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", TIME, nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_interventions_person_id"),
        sa.ForeignKeyConstraint(
            ["problem_id"], ["problems.id"], name="fk_interventions_problem_id"
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name="fk_interventions_region_code"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_interventions"),
    )
    with op.batch_alter_table("interventions") as batch:
        batch.create_index("ix_interventions_person_id_id", ["person_id", "id"])
        batch.create_index(
            "ix_interventions_planned",
            ["planned_on"],
            sqlite_where=PLANNED,
            postgresql_where=PLANNED,
        )
        batch.create_index("ix_interventions_problem_id", ["problem_id"])
    op.create_table(
        "problem_photos",
        sa.Column("problem_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.String(length=255), nullable=False),
        sa.Column("unique_id", sa.String(length=64), nullable=False),
        sa.Column("caption", sa.String(length=1024), nullable=True),
        sa.ForeignKeyConstraint(
            ["problem_id"], ["problems.id"], name="fk_problem_photos_problem_id"
        ),
        sa.PrimaryKeyConstraint("problem_id", "position", name="pk_problem_photos"),
    )
    with op.batch_alter_table("problem_photos") as batch:
        batch.create_index("ix_problem_photos_unique_id", ["unique_id"])
    op.create_table(
        "webhook_posts",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("target", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("event", sa.String(length=24), nullable=False),
        sa.Column("activity_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("lease_until", TIME, nullable=True),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=120), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("done_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name="fk_webhook_posts_activity_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_webhook_posts"),
        sa.UniqueConstraint("target", "key", name="uq_webhook_posts_target_key"),
    )
    with op.batch_alter_table("webhook_posts") as batch:
        batch.create_index(
            "ix_webhook_posts_open",
            ["target", "due_at"],
            sqlite_where=POSTING,
            postgresql_where=POSTING,
        )
        batch.create_index("ix_webhook_posts_ended", ["target", "state", "done_at"])


def downgrade() -> None:
    with op.batch_alter_table("webhook_posts") as batch:
        batch.drop_index("ix_webhook_posts_ended")
        batch.drop_index("ix_webhook_posts_open", sqlite_where=POSTING, postgresql_where=POSTING)
    op.drop_table("webhook_posts")
    with op.batch_alter_table("problem_photos") as batch:
        batch.drop_index("ix_problem_photos_unique_id")
    op.drop_table("problem_photos")
    with op.batch_alter_table("interventions") as batch:
        batch.drop_index("ix_interventions_problem_id")
        batch.drop_index("ix_interventions_planned", sqlite_where=PLANNED, postgresql_where=PLANNED)
        batch.drop_index("ix_interventions_person_id_id")
    op.drop_table("interventions")
    with op.batch_alter_table("problems") as batch:
        batch.drop_index("ix_problems_idle", sqlite_where=IDLE, postgresql_where=IDLE)
        batch.drop_index("ix_problems_region_code_id")
        batch.drop_index("ix_problems_person_id_id")
        batch.drop_index("ix_problems_open", sqlite_where=OPEN, postgresql_where=OPEN)
    op.drop_table("problems")
    op.drop_table("hints")
