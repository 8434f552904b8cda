"""What is told of a Kampung KB: its stages with their checklist, and the groups it may hold.

Source: domain §1 (Pergub 40/2018, refined by Pergub 56/2020). Labels are texts:
``kampung-stage-…``, ``kampung-item-…``, ``kampung-poktan-…``.
"""

STAGES = ("preparation", "implementation", "evaluation")
"""Persiapan, Pelaksanaan, Monev: in this order."""

CHECKLIST = {
    "preparation": (
        "decree",
        "data",
        "poktan",
        "patbm",
        "home_industry",
        "outreach",
    ),
    "implementation": (
        "coach_pokja",
        "coach_patbm",
        "coach_ir",
        "coach_opd",
        "problems",
        "interventions",
    ),
    "evaluation": ("input", "process", "output", "outcome", "reward"),
}
"""What each stage consists of: penetapan; pengumpulan data; membentuk POKTAN, PATBM, IR;
sosialisasi/advokasi — pembinaan POKJA/PATBM/IR/OPD; identifikasi masalah; intervensi — input,
proses, output, outcome; reward."""

ITEMS = tuple(item for stage in STAGES for item in CHECKLIST[stage])

POKTAN = ("bkb", "bkr", "bkl", "uppka", "pikr")
"""BKB, BKR, BKL, UPPKA, PIK-R."""


def next_stage(stage: str) -> str | None:
    """The stage after this one; None at the last."""
    at = STAGES.index(stage) + 1
    return STAGES[at] if at < len(STAGES) else None
