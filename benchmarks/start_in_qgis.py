"""Run inside QGIS by ``desktop_jobs.py`` once its window is there: hand over what ``start_watch.py`` measured."""

import builtins

builtins.crige_ia_started()
