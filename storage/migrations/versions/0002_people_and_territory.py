"""People and territory: requests, the log of roles, names in time, the registry, groups' health."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
REGION = sa.String(13).with_variant(sa.String(13, collation="C"), "postgresql")
FOLDED = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("deadline_at", TIME, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_by", sa.String(length=32), nullable=True),
        sa.Column("lease_until", TIME, nullable=True),
        sa.Column("outcome", sa.String(length=120), nullable=True),
        sa.Column("once", sa.String(length=80), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("done_at", TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    with op.batch_alter_table("jobs") as batch:
        batch.create_index(
            "ix_jobs_once",
            ["once"],
            unique=True,
            sqlite_where=sa.text("once is not null"),
            postgresql_where=sa.text("once is not null"),
        )
        batch.create_index(
            "ix_jobs_open",
            ["due_at"],
            sqlite_where=sa.text("state in ('queued', 'running')"),
            postgresql_where=sa.text("state in ('queued', 'running')"),
        )
        batch.create_index(
            "ix_jobs_failed",
            ["id"],
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )
        batch.create_index("ix_jobs_person_id", ["person_id"])

    op.create_table(
        "marks",
        sa.Column("name", sa.String(length=24), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
    )
    op.create_table(
        "outbox_files",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_files")),
    )
    op.create_table(
        "role_changes",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("word_of", sa.BigInteger(), nullable=True),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("assignment_id", sa.BigInteger(), nullable=True),
        sa.Column("change", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=True),
        sa.Column("region_code", REGION, nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_changes")),
    )
    with op.batch_alter_table("role_changes") as batch:
        batch.create_index("ix_role_changes_person_id", ["person_id"])
        batch.create_index("ix_role_changes_region_code_id", ["region_code", "id"])

    op.create_table(
        "tombstones",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tombstones")),
    )
    with op.batch_alter_table("tombstones") as batch:
        batch.create_index("ix_tombstones_kind_subject", ["kind", "subject"])

    op.create_table(
        "legal_holds",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("placed_by", sa.BigInteger(), nullable=False),
        sa.Column("placed_at", TIME, nullable=False),
        sa.Column("lifted_by", sa.BigInteger(), nullable=True),
        sa.Column("lifted_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_legal_holds_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_holds")),
    )
    with op.batch_alter_table("legal_holds") as batch:
        batch.create_index("ix_legal_holds_person_id", ["person_id"])

    op.create_table(
        "member_requests",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("role", sa.String(length=24), nullable=True),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("rung", sa.String(length=24), nullable=False),
        sa.Column("climb_at", TIME, nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", TIME, nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_member_requests_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_member_requests_region_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_requests")),
    )
    with op.batch_alter_table("member_requests") as batch:
        batch.create_index(
            "ix_member_requests_climb_at",
            ["climb_at"],
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch.create_index("ix_member_requests_person_id", ["person_id"])
        batch.create_index(
            "ix_member_requests_waiting",
            ["region_code", "id"],
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "region_names",
        sa.Column("code", REGION, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["regions.code"], name=op.f("fk_region_names_code")),
        sa.PrimaryKeyConstraint("code", "until", name=op.f("pk_region_names")),
    )
    with op.batch_alter_table("assignments") as batch:
        batch.create_index("ix_assignments_region_code_id", ["region_code", "id"])

    with op.batch_alter_table("groups") as batch:
        batch.add_column(sa.Column("confirmed_by", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("topic_id", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("members", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("can_post", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("can_pin", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("can_delete", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("seen_at", TIME, nullable=True))
        batch.add_column(sa.Column("delivered_at", TIME, nullable=True))
        batch.add_column(sa.Column("away_since", TIME, nullable=True))
        batch.add_column(sa.Column("told_at", TIME, nullable=True))
        batch.create_index("ix_groups_state_seen_at", ["state", "seen_at"])

    with op.batch_alter_table("invites") as batch:
        batch.create_index("ix_invites_created_by", ["created_by"])

    with op.batch_alter_table("kampung") as batch:
        batch.add_column(sa.Column("closed_at", TIME, nullable=True))
        batch.add_column(sa.Column("decree", sa.String(length=120), nullable=True))
        batch.add_column(sa.Column("decree_on", sa.Date(), nullable=True))
        batch.add_column(
            sa.Column("stage", sa.String(length=16), nullable=False, server_default="preparation")
        )
        batch.add_column(sa.Column("checklist", sa.JSON(), nullable=False, server_default="{}"))
        batch.add_column(sa.Column("poktan", sa.JSON(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("patbm", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("home_industry", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("data_house", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("contacts", sa.Text(), nullable=True))
        batch.add_column(sa.Column("closed_reason", sa.String(length=300), nullable=True))
        batch.add_column(sa.Column("updated_by", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("updated_at", TIME, nullable=True))

    with op.batch_alter_table("people") as batch:
        batch.add_column(sa.Column("search_name", FOLDED, nullable=False, server_default=""))
        batch.add_column(sa.Column("phone", sa.String(length=16), nullable=True))
        batch.add_column(sa.Column("unreachable_since", TIME, nullable=True))
        batch.add_column(sa.Column("closed_at", TIME, nullable=True))
        batch.create_index(
            "ix_people_phone",
            ["phone"],
            sqlite_where=sa.text("phone is not null"),
            postgresql_where=sa.text("phone is not null"),
        )
        batch.create_index("ix_people_search_name", ["search_name", "id"])
        batch.create_index(
            "ix_people_unreachable",
            ["id"],
            sqlite_where=sa.text("unreachable_since is not null"),
            postgresql_where=sa.text("unreachable_since is not null"),
        )

    with op.batch_alter_table("regions") as batch:
        batch.add_column(sa.Column("succeeds", REGION, nullable=True))
        batch.create_index(
            "ix_regions_succeeds",
            ["code", "succeeds"],
            sqlite_where=sa.text("succeeds is not null"),
            postgresql_where=sa.text("succeeds is not null"),
        )
    _fold_names()
    _note_who_is_away()


def _note_who_is_away() -> None:
    """Since when somebody is out of reach was not kept; from their consent on is the safe guess."""
    op.execute("update people set unreachable_since = consent_at where reachable = false")


def _fold_names() -> None:
    """People are found by their name without case and spaces at its ends."""
    people = sa.table("people", sa.column("id"), sa.column("name"), sa.column("search_name"))
    connection = op.get_bind()
    for number, name in connection.execute(sa.select(people.c.id, people.c.name)).all():
        folded = " ".join(name.casefold().split())[:120]
        connection.execute(people.update().where(people.c.id == number).values(search_name=folded))


def downgrade() -> None:
    with op.batch_alter_table("regions") as batch:
        batch.drop_index(
            "ix_regions_succeeds",
            sqlite_where=sa.text("succeeds is not null"),
            postgresql_where=sa.text("succeeds is not null"),
        )
        batch.drop_column("succeeds")

    with op.batch_alter_table("people") as batch:
        batch.drop_index(
            "ix_people_unreachable",
            sqlite_where=sa.text("unreachable_since is not null"),
            postgresql_where=sa.text("unreachable_since is not null"),
        )
        batch.drop_index("ix_people_search_name")
        batch.drop_index(
            "ix_people_phone",
            sqlite_where=sa.text("phone is not null"),
            postgresql_where=sa.text("phone is not null"),
        )
        batch.drop_column("closed_at")
        batch.drop_column("unreachable_since")
        batch.drop_column("phone")
        batch.drop_column("search_name")

    with op.batch_alter_table("kampung") as batch:
        batch.drop_column("updated_at")
        batch.drop_column("updated_by")
        batch.drop_column("closed_reason")
        batch.drop_column("contacts")
        batch.drop_column("data_house")
        batch.drop_column("home_industry")
        batch.drop_column("patbm")
        batch.drop_column("poktan")
        batch.drop_column("checklist")
        batch.drop_column("stage")
        batch.drop_column("decree_on")
        batch.drop_column("decree")
        batch.drop_column("closed_at")

    with op.batch_alter_table("invites") as batch:
        batch.drop_index("ix_invites_created_by")

    with op.batch_alter_table("groups") as batch:
        batch.drop_index("ix_groups_state_seen_at")
        batch.drop_column("told_at")
        batch.drop_column("away_since")
        batch.drop_column("delivered_at")
        batch.drop_column("seen_at")
        batch.drop_column("can_delete")
        batch.drop_column("can_pin")
        batch.drop_column("can_post")
        batch.drop_column("members")
        batch.drop_column("topic_id")
        batch.drop_column("confirmed_by")

    with op.batch_alter_table("assignments") as batch:
        batch.drop_index("ix_assignments_region_code_id")

    op.drop_table("region_names")
    with op.batch_alter_table("member_requests") as batch:
        batch.drop_index(
            "ix_member_requests_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch.drop_index("ix_member_requests_person_id")
        batch.drop_index(
            "ix_member_requests_climb_at",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.drop_table("member_requests")
    with op.batch_alter_table("legal_holds") as batch:
        batch.drop_index("ix_legal_holds_person_id")

    op.drop_table("legal_holds")
    with op.batch_alter_table("tombstones") as batch:
        batch.drop_index("ix_tombstones_kind_subject")

    op.drop_table("tombstones")
    with op.batch_alter_table("role_changes") as batch:
        batch.drop_index("ix_role_changes_region_code_id")
        batch.drop_index("ix_role_changes_person_id")

    op.drop_table("role_changes")
    op.drop_table("outbox_files")
    op.drop_table("marks")
    with op.batch_alter_table("jobs") as batch:
        batch.drop_index("ix_jobs_person_id")
        batch.drop_index(
            "ix_jobs_failed",
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )
        batch.drop_index(
            "ix_jobs_open",
            sqlite_where=sa.text("state in ('queued', 'running')"),
            postgresql_where=sa.text("state in ('queued', 'running')"),
        )
        batch.drop_index(
            "ix_jobs_once",
            sqlite_where=sa.text("once is not null"),
            postgresql_where=sa.text("once is not null"),
        )

    op.drop_table("jobs")
