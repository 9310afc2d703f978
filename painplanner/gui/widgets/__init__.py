"""The kit: small widgets that know the theme and nothing of pain clinics."""
