"""The first tables: territory, people, updates, activities, cases, the outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
REGION = sa.String(13).with_variant(sa.String(13, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("number", ID, autoincrement=False, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("actor", sa.BigInteger(), nullable=True),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("code", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("urgency", sa.String(length=8), nullable=False),
        sa.Column("kabkota", REGION, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    op.create_index("ix_cases_kabkota_status", "cases", ["kabkota", "status"], unique=False)

    op.create_table(
        "drafts",
        sa.Column("owner", sa.String(length=44), nullable=False),
        sa.Column("form", sa.String(length=24), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("owner", "form", name=op.f("pk_drafts")),
    )
    op.create_index("ix_drafts_updated_at", "drafts", ["updated_at"], unique=False)

    op.create_table(
        "failed_updates",
        sa.Column("update_id", ID, autoincrement=False, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("error", sa.String(length=120), nullable=False),
        sa.Column("traceback", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_failed_updates")),
    )
    op.create_table(
        "handled_updates",
        sa.Column("update_id", ID, autoincrement=False, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_handled_updates")),
    )
    op.create_index("ix_handled_updates_at", "handled_updates", ["at"], unique=False)

    op.create_table(
        "pace",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("next_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_pace")),
    )
    op.create_table(
        "people",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("consent_version", sa.Integer(), nullable=False),
        sa.Column("consent_at", TIME, nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("telegram_id", name=op.f("uq_people_telegram_id")),
    )
    op.create_table(
        "regions",
        sa.Column("code", REGION, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("parent", REGION, nullable=True),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_regions")),
    )
    op.create_table(
        "activities",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("receipt", sa.String(length=16), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("section", sa.String(length=24), nullable=False),
        sa.Column("target_groups", sa.JSON(), nullable=False),
        sa.Column("agencies", sa.JSON(), nullable=False),
        sa.Column("funding", sa.JSON(), nullable=False),
        sa.Column("male", sa.Integer(), nullable=False),
        sa.Column("female", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=255), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_activities_person_id")),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_activities_region_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sa.UniqueConstraint("receipt", name=op.f("uq_activities_receipt")),
    )
    op.create_index("ix_activities_person_id_id", "activities", ["person_id", "id"], unique=False)
    op.create_index(
        "ix_activities_region_code_held_on", "activities", ["region_code", "held_on"], unique=False
    )

    op.create_table(
        "assignments",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("valid_until", TIME, nullable=True),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("granted_by", sa.BigInteger(), nullable=True),
        sa.Column("confirmed_by", sa.BigInteger(), nullable=True),
        sa.Column("confirmed_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_assignments_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_assignments_region_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
    )
    op.create_index("ix_assignments_person_id", "assignments", ["person_id"], unique=False)
    op.create_index(
        "ix_assignments_role_region_code", "assignments", ["role", "region_code"], unique=False
    )

    op.create_table(
        "broadcasts",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("audience", sa.String(length=24), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("photo", sa.String(length=255), nullable=True),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("progress_at", TIME, nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("done_at", TIME, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_broadcasts_person_id")),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_broadcasts_region_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
    )
    op.create_index(
        "ix_broadcasts_open",
        "broadcasts",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("state in ('scheduled', 'preparing', 'running')"),
        postgresql_where=sa.text("state in ('scheduled', 'preparing', 'running')"),
    )

    op.create_table(
        "groups",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("bound_by", sa.BigInteger(), nullable=False),
        sa.Column("bound_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_groups_region_code")
        ),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_groups")),
    )
    op.create_index("ix_groups_region_code_state", "groups", ["region_code", "state"], unique=False)

    op.create_table(
        "invites",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("created_by", sa.BigInteger(), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_invites_region_code")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invites")),
    )
    op.create_table(
        "kampung",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("region_code", REGION, nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["regions.code"], name=op.f("fk_kampung_region_code")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kampung")),
        sa.UniqueConstraint("region_code", name=op.f("uq_kampung_region_code")),
    )
    op.create_table(
        "activity_photos",
        sa.Column("activity_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.String(length=255), nullable=False),
        sa.Column("unique_id", sa.String(length=64), nullable=False),
        sa.Column("caption", sa.String(length=1024), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_activity_photos_activity_id")
        ),
        sa.PrimaryKeyConstraint("activity_id", "position", name=op.f("pk_activity_photos")),
    )
    op.create_table(
        "broadcast_runs",
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_runs_broadcast_id")
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "due_at", name=op.f("pk_broadcast_runs")),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("method", sa.String(length=32), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("params", sa.JSON(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("not_before", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_by", sa.String(length=32), nullable=True),
        sa.Column("lease_until", TIME, nullable=True),
        sa.Column("begun_at", TIME, nullable=True),
        sa.Column("done_at", TIME, nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(length=120), nullable=True),
        sa.Column("broadcast_id", sa.BigInteger(), nullable=True),
        sa.Column("once", sa.String(length=80), nullable=True),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_deliveries_broadcast_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
    )
    op.create_index(
        "ix_deliveries_broadcast",
        "deliveries",
        ["broadcast_id", "state"],
        unique=False,
        sqlite_where=sa.text("broadcast_id is not null"),
        postgresql_where=sa.text("broadcast_id is not null"),
    )
    op.create_index(
        "ix_deliveries_held",
        "deliveries",
        ["lease_until"],
        unique=False,
        sqlite_where=sa.text("state in ('claimed', 'sending')"),
        postgresql_where=sa.text("state in ('claimed', 'sending')"),
    )
    op.create_index(
        "ix_deliveries_once",
        "deliveries",
        ["once"],
        unique=True,
        sqlite_where=sa.text("once is not null"),
        postgresql_where=sa.text("once is not null"),
    )
    op.create_index(
        "ix_deliveries_queued",
        "deliveries",
        ["priority", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_deliveries_queued",
        table_name="deliveries",
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.drop_index(
        "ix_deliveries_once",
        table_name="deliveries",
        sqlite_where=sa.text("once is not null"),
        postgresql_where=sa.text("once is not null"),
    )
    op.drop_index(
        "ix_deliveries_held",
        table_name="deliveries",
        sqlite_where=sa.text("state in ('claimed', 'sending')"),
        postgresql_where=sa.text("state in ('claimed', 'sending')"),
    )
    op.drop_index(
        "ix_deliveries_broadcast",
        table_name="deliveries",
        sqlite_where=sa.text("broadcast_id is not null"),
        postgresql_where=sa.text("broadcast_id is not null"),
    )

    op.drop_table("deliveries")
    op.drop_table("broadcast_runs")
    op.drop_table("activity_photos")
    op.drop_table("kampung")
    op.drop_table("invites")
    op.drop_index("ix_groups_region_code_state", table_name="groups")

    op.drop_table("groups")
    op.drop_index(
        "ix_broadcasts_open",
        table_name="broadcasts",
        sqlite_where=sa.text("state in ('scheduled', 'preparing', 'running')"),
        postgresql_where=sa.text("state in ('scheduled', 'preparing', 'running')"),
    )

    op.drop_table("broadcasts")
    op.drop_index("ix_assignments_role_region_code", table_name="assignments")
    op.drop_index("ix_assignments_person_id", table_name="assignments")

    op.drop_table("assignments")
    op.drop_index("ix_activities_region_code_held_on", table_name="activities")
    op.drop_index("ix_activities_person_id_id", table_name="activities")

    op.drop_table("activities")
    op.drop_table("regions")
    op.drop_table("people")
    op.drop_table("pace")
    op.drop_index("ix_handled_updates_at", table_name="handled_updates")

    op.drop_table("handled_updates")
    op.drop_table("failed_updates")
    op.drop_index("ix_drafts_updated_at", table_name="drafts")

    op.drop_table("drafts")
    op.drop_index("ix_cases_kabkota_status", table_name="cases")

    op.drop_table("cases")
    op.drop_table("audit")
