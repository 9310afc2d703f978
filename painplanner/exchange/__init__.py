"""Exchange with other systems: FHIR and CSV; values in, values out."""
