"""Linear referencing: reference points, addresses, events on measured routes.

``calibration``, ``location``, ``events`` and ``overlay`` are the ways in.
"""
