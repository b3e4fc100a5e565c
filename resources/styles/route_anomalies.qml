<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="1" styleCategories="Symbology|Labeling" version="3.22.0">
<renderer-v2 attr="case when &quot;code&quot; in ('null_geometry', 'empty_geometry', 'non_finite', 'not_a_line', 'zero_length', 'no-geometry') then 'geometry' when &quot;code&quot; in ('gap', 'island') then 'gap' when &quot;code&quot; in ('fork', 'parallel') then 'fork' when &quot;code&quot; in ('roundabout', 'loop') then 'ring' when &quot;code&quot; in ('duplicate', 'overlap') then 'double' when &quot;code&quot; in ('shared-stretch') then 'shared' when &quot;code&quot; in ('direction-in-doubt', 'markers-too-few', 'no-marker') then 'doubt' when &quot;code&quot; in ('unknown-z') then 'height' when &quot;code&quot; in ('no-route') then 'unnamed' else 'marker' end" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="1" type="categorizedSymbol">
<categories>
<category label="geometry" render="true" symbol="0" value="geometry">
</category>
<category label="gap" render="true" symbol="1" value="gap">
</category>
<category label="double" render="true" symbol="2" value="double">
</category>
<category label="marker" render="true" symbol="3" value="marker">
</category>
<category label="doubt" render="true" symbol="4" value="doubt">
</category>
<category label="fork" render="true" symbol="5" value="fork">
</category>
<category label="ring" render="true" symbol="6" value="ring">
</category>
<category label="shared" render="true" symbol="7" value="shared">
</category>
<category label="height" render="true" symbol="8" value="height">
</category>
<category label="unnamed" render="true" symbol="9" value="unnamed">
</category>
</categories>
<symbols>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="10">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="179,38,30,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="diamond">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="255,255,255,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.5">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="4.8">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="179,38,30,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="diamond">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="255,255,255,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.5">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="4.8">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
<layer class="SimpleMarker" enabled="1" locked="0" pass="10">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="255,255,255,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="cross2">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="255,255,255,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.5">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="1.1">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="255,255,255,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="cross2">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="255,255,255,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.5">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="1.1">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="9">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="255,255,255,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="circle">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="179,38,30,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.7">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="4.2">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="255,255,255,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="circle">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="179,38,30,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.7">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="4.2">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
<layer class="SimpleMarker" enabled="1" locked="0" pass="9">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="179,38,30,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="line">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="179,38,30,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.7">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="2.4">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="179,38,30,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="line">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="179,38,30,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.7">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="2.4">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="8">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="230,159,0,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="square">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="34,48,63,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.4">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="3.6">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="230,159,0,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="square">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="34,48,63,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.4">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="3.6">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
<layer class="SimpleMarker" enabled="1" locked="0" pass="8">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="255,255,255,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="square">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="34,48,63,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.3">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="1.6">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="255,255,255,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="square">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="34,48,63,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.3">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="1.6">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="7">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="255,255,255,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="square">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="179,38,30,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.45">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="3.4">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="255,255,255,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="square">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="179,38,30,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.45">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="3.4">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
<layer class="SimpleMarker" enabled="1" locked="0" pass="7">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="179,38,30,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="cross2">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="179,38,30,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.4">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="2">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="179,38,30,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="cross2">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="179,38,30,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.4">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="2">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="4" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="6">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="240,228,66,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="triangle">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="34,48,63,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.4">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="4.6">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="240,228,66,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="triangle">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="34,48,63,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.4">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="4.6">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
<layer class="SimpleMarker" enabled="1" locked="0" pass="6">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="34,48,63,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="line">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="34,48,63,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.6">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="1.5">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="34,48,63,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="line">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="34,48,63,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.6">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="1.5">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="5" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="5">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="0,114,178,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="triangle">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="255,255,255,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.4">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="4.2">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="0,114,178,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="triangle">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="255,255,255,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.4">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="4.2">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="6" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="4">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="255,255,255,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="circle">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="0,158,115,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.9">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="3.2">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="255,255,255,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="circle">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="0,158,115,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.9">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="3.2">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="7" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="3">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="176,88,143,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="diamond">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="255,255,255,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.4">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="3.4">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="176,88,143,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="diamond">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="255,255,255,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.4">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="3.4">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="8" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="2">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="86,180,233,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="star">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="34,48,63,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.3">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="3.4">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="86,180,233,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="star">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="34,48,63,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.3">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="3.4">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="9" type="marker">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="1">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="180,187,196,255">
</Option>
<Option name="horizontal_anchor_point" type="QString" value="1">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="name" type="QString" value="circle">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="255,255,255,255">
</Option>
<Option name="outline_style" type="QString" value="solid">
</Option>
<Option name="outline_width" type="QString" value="0.2">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="1.5">
</Option>
<Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="size_unit" type="QString" value="MM">
</Option>
<Option name="vertical_anchor_point" type="QString" value="1">
</Option>
</Option>
<prop k="angle" v="0">
</prop>
<prop k="cap_style" v="square">
</prop>
<prop k="color" v="180,187,196,255">
</prop>
<prop k="horizontal_anchor_point" v="1">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="name" v="circle">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="255,255,255,255">
</prop>
<prop k="outline_style" v="solid">
</prop>
<prop k="outline_width" v="0.2">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="1.5">
</prop>
<prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="size_unit" v="MM">
</prop>
<prop k="vertical_anchor_point" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
</symbols>
<rotation>
</rotation>
<sizescale>
</sizescale>
</renderer-v2>
<labeling type="simple">
<settings calloutType="simple">
<text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="if(&quot;code&quot; = 'no-route', NULL, represent_value(&quot;code&quot;))" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="8" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" isExpression="1" legendString="Aa" multilineHeight="1" namedStyle="" previewBkgrdColor="255,255,255,255" textColor="34,48,63,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
<families>
</families>
<text-buffer bufferBlendMode="0" bufferColor="255,255,255,255" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="1" bufferSize="0.90000000000000002" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM">
</text-buffer>
<text-mask maskEnabled="0" maskJoinStyle="128" maskOpacity="1" maskSize="1.5" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskSizeUnits="MM" maskType="0" maskedSymbolLayers="">
</text-mask>
<background shapeBlendMode="0" shapeBorderColor="128,128,128,255" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeDraw="0" shapeFillColor="255,255,255,255" shapeJoinStyle="64" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetUnit="MM" shapeOffsetX="0" shapeOffsetY="0" shapeOpacity="1" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiUnit="MM" shapeRadiiX="0" shapeRadiiY="0" shapeRotation="0" shapeRotationType="0" shapeSVGFile="" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeSizeType="0" shapeSizeUnit="MM" shapeSizeX="0" shapeSizeY="0" shapeType="0">
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="fillSymbol" type="fill">
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<layer class="SimpleFill" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="color" type="QString" value="255,255,255,255">
</Option>
<Option name="joinstyle" type="QString" value="bevel">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="128,128,128,255">
</Option>
<Option name="outline_style" type="QString" value="no">
</Option>
<Option name="outline_width" type="QString" value="0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="style" type="QString" value="solid">
</Option>
</Option>
<prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="color" v="255,255,255,255">
</prop>
<prop k="joinstyle" v="bevel">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="128,128,128,255">
</prop>
<prop k="outline_style" v="no">
</prop>
<prop k="outline_width" v="0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="style" v="solid">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
</layer>
</symbol>
</background>
<shadow shadowBlendMode="6" shadowColor="0,0,0,255" shadowDraw="0" shadowOffsetAngle="135" shadowOffsetDist="1" shadowOffsetGlobal="1" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowOffsetUnit="MM" shadowOpacity="0.69999999999999996" shadowRadius="1.5" shadowRadiusAlphaOnly="0" shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowRadiusUnit="MM" shadowScale="100" shadowUnder="0">
</shadow>
<dd_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</dd_properties>
<substitutions>
</substitutions>
</text-style>
<text-format addDirectionSymbol="0" autoWrapLength="0" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="3" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol=">" useMaxLineLengthForAutoWrap="1" wrapChar="">
</text-format>
<placement centroidInside="0" centroidWhole="0" dist="0.69999999999999996" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" offsetType="0" offsetUnits="MM" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="6" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0">
</placement>
<rendering displayAll="0" drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="15000" scaleMin="0" scaleVisibility="1" unplacedVisibility="0" upsidedownLabels="0" zIndex="0">
</rendering>
<dd_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties">
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</dd_properties>
</settings>
</labeling>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerGeometryType>0</layerGeometryType>
</qgis>
