"""PainPlanner: sequenced, measurable care plans for pain clinics, offline."""

__version__ = "0.1.0"
