"""Consent: what a program is, who gives it, what it says, shown before it is put on this computer."""
