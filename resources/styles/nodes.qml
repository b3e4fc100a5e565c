<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" styleCategories="Symbology|Labeling" version="3.22.0">
<renderer-v2 attr="kind" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
<categories>
<category label="junction" render="true" symbol="0" value="junction">
</category>
<category label="dead_end" render="true" symbol="1" value="dead_end">
</category>
<category label="through" render="true" symbol="2" value="through">
</category>
<category label="loop" render="true" symbol="3" value="loop">
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
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
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
<Option name="size" type="QString" value="2.2">
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
<prop k="size" v="2.2">
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
<Option name="properties" type="Map">
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 0.4, 0.15, 0.35), 0.3)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
<Option name="size" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 3.2, 0.7, 0.35), 2.2)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
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
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
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
<Option name="outline_width" type="QString" value="0.3">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="1.87">
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
<prop k="outline_width" v="0.3">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="1.87">
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
<Option name="properties" type="Map">
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 0.4, 0.15, 0.35), 0.3)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
<Option name="size" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 2.72, 0.595, 0.35), 1.87)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
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
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
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
<Option name="name" type="QString" value="diamond">
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
<Option name="size" type="QString" value="1.76">
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
<prop k="name" v="diamond">
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
<prop k="size" v="1.76">
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
<Option name="properties" type="Map">
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 0.4, 0.15, 0.35), 0.3)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
<Option name="size" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 2.5600000000000005, 0.5599999999999999, 0.35), 1.7600000000000002)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
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
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="angle" type="QString" value="0">
</Option>
<Option name="cap_style" type="QString" value="square">
</Option>
<Option name="color" type="QString" value="0,158,115,255">
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
<Option name="outline_width" type="QString" value="0.3">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="2.42">
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
<prop k="color" v="0,158,115,255">
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
<prop k="outline_width" v="0.3">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="2.42">
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
<Option name="properties" type="Map">
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 0.4, 0.15, 0.35), 0.3)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
<Option name="size" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 3.5200000000000005, 0.77, 0.35), 2.4200000000000004)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
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
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerGeometryType>0</layerGeometryType>
</qgis>
