"""Programs that QGIS itself runs, once the user agreed: Processing models and scripts of a catalogue."""
