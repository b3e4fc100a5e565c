"""Where scripts are written: start one, try it on its sample, load it in the toolbox, publish it."""
