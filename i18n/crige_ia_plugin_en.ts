<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>crige_ia</name>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/directory_dialog.py"></location>
            <source>%n catalogue(s), signature verified: tick those to add.</source>
            <translation>
                <numerusform>%n catalogue, signature verified: tick it to add it.</numerusform>
                <numerusform>%n catalogues, signature verified: tick those to add.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/moments.py"></location>
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/moments.py"></location>
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>%n resource(s) installed on this computer</source>
            <translation>
                <numerusform>%n resource installed on this computer</numerusform>
                <numerusform>%n resources installed on this computer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>%n record(s) left out; the others are there:</source>
            <translation>
                <numerusform>%n record left out; the others are there:</numerusform>
                <numerusform>%n records left out; the others are there:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/overview.py"></location>
            <source>{installed}; %n update(s) available</source>
            <translation>
                <numerusform>{installed}; %n update available</numerusform>
                <numerusform>{installed}; %n updates available</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/probing.py"></location>
            <source>Found: “{title}”, %n record(s).</source>
            <translation>
                <numerusform>Found: “{title}”, %n record.</numerusform>
                <numerusform>Found: “{title}”, %n records.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>%n catalogue(s)</source>
            <translation>
                <numerusform>%n catalogue</numerusform>
                <numerusform>%n catalogues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <location filename="../crige_ia_plugin/panel/results/bar.py"></location>
            <source>%n resource(s)</source>
            <translation>
                <numerusform>%n resource</numerusform>
                <numerusform>%n resources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>%n other(s)</source>
            <translation>
                <numerusform>%n other</numerusform>
                <numerusform>%n others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/catalogues/standing.py"></location>
            <source>%n update(s) available</source>
            <translation>
                <numerusform>%n update available</numerusform>
                <numerusform>%n updates available</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/detail/page.py"></location>
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/filters/checks.py"></location>
            <source>{value}: %n resource(s)</source>
            <translation>
                <numerusform>{value}: %n resource</numerusform>
                <numerusform>{value}: %n resources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/filters/chips.py"></location>
            <source>Filters: %n on</source>
            <translation>
                <numerusform>Filters: %n on</numerusform>
                <numerusform>Filters: %n on</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/filters/facets.py"></location>
            <source>%n more: type to find them</source>
            <translation>
                <numerusform>%n more: type to find it</numerusform>
                <numerusform>%n more: type to find them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/filters/facets.py"></location>
            <source>{facet}: %n value(s) chosen</source>
            <translation>
                <numerusform>{facet}: %n value chosen</numerusform>
                <numerusform>{facet}: %n values chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/jobs.py"></location>
            <source>%n other task(s) under way.</source>
            <translation>
                <numerusform>%n other task under way.</numerusform>
                <numerusform>%n other tasks under way.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/libraries_line.py"></location>
            <source>Removes the libraries of the scripts that were not run for %n day(s), and the packages kept to make them again. When such a script is run, the same versions come back, by the network.</source>
            <translation>
                <numerusform>Removes the libraries of the scripts that were not run for %n day, and the packages kept to make them again. When such a script is run, the same versions come back, by the network.</numerusform>
                <numerusform>Removes the libraries of the scripts that were not run for %n days, and the packages kept to make them again. When such a script is run, the same versions come back, by the network.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/libraries_line.py"></location>
            <source>removed: those of %n script(s)</source>
            <translation>
                <numerusform>removed: those of %n script</numerusform>
                <numerusform>removed: those of %n scripts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/panel/notices.py"></location>
            <source>Without the filter {facet}: %n resource(s)</source>
            <translation>
                <numerusform>Without the filter {facet}: %n resource</numerusform>
                <numerusform>Without the filter {facet}: %n resources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/calibration_layers.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/check_network.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <location filename="../crige_ia_plugin/processing/roads/split_at_intersections.py"></location>
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/network_findings.py"></location>
            <source>, and %n other value(s)</source>
            <translation>
                <numerusform>, and one other value</numerusform>
                <numerusform>, and %n other values</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>%n route(s) of the layer have no name and were left out.</source>
            <translation>
                <numerusform>One route of the layer has no name and was left out.</numerusform>
                <numerusform>%n routes of the layer have no name and were left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/referencing.py"></location>
            <source>%n part(s) of routes were left out: their measures do not grow.</source>
            <translation>
                <numerusform>One part of a route was left out: its measures do not grow.</numerusform>
                <numerusform>%n parts of routes were left out: their measures do not grow.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../crige_ia_plugin/processing/roads/route_checks.py"></location>
            <source>%n road(s) with unknown heights</source>
            <translation>
                <numerusform>%n road with unknown heights</numerusform>
                <numerusform>%n roads with unknown heights</numerusform>
            </translation>
        </message>
    </context>
</TS>
