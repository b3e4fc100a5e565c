"""Runs a shared script outside QGIS's Python: its description, its environment, its run, the trust put in it.

A shared script is one Python file that describes itself (inline script metadata, PEP 723, with a ``[tool.iageo]``
table). Nothing here needs QGIS: ``python3 -m crige_ia_plugin.runtime`` does all of it from a terminal.
"""
