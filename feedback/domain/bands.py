"""The needs that an author may tell, in the words families use; the Local Offer uses the same."""

NEED_WORDS = {
    "ASD": "Autism",
    "SLCN": "Speech, language and communication",
    "SEMH": "Social, emotional and mental health",
    "MLD": "Moderate learning difficulty",
    "SLD": "Severe learning difficulty",
    "PMLD": "Profound and multiple learning difficulty",
    "SPLD": "Specific learning difficulty, such as dyslexia",
    "HI": "Hearing",
    "VI": "Sight",
    "MSI": "Hearing and sight together",
    "PD": "Physical disability",
    "OTH": "Another need",
    "none recorded": "No need recorded",
}
