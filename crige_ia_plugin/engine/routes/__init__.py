"""Routes: the lines that carry one name, put in order, turned the right way and measured.

``build.build_routes`` is the way in.
"""
