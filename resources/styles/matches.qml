<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" styleCategories="Symbology|Labeling" version="3.22.0">
<renderer-v2 attr="status" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
<categories>
<category label="found" render="true" symbol="0" value="found">
</category>
<category label="confused" render="true" symbol="1" value="confused">
</category>
<category label="missed" render="true" symbol="2" value="missed">
</category>
<category label="extra" render="true" symbol="3" value="extra">
</category>
</categories>
<symbols>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill">
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
<Option name="color" type="QString" value="0,158,115,77">
</Option>
<Option name="joinstyle" type="QString" value="miter">
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
<Option name="outline_width" type="QString" value="0.8">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="style" type="QString" value="solid">
</Option>
</Option>
<prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="color" v="0,158,115,77">
</prop>
<prop k="joinstyle" v="miter">
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
<prop k="outline_width" v="0.8">
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
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="fill">
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
<Option name="color" type="QString" value="230,159,0,77">
</Option>
<Option name="joinstyle" type="QString" value="miter">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="230,159,0,255">
</Option>
<Option name="outline_style" type="QString" value="dash dot">
</Option>
<Option name="outline_width" type="QString" value="0.8">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="style" type="QString" value="solid">
</Option>
</Option>
<prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="color" v="230,159,0,77">
</prop>
<prop k="joinstyle" v="miter">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="230,159,0,255">
</prop>
<prop k="outline_style" v="dash dot">
</prop>
<prop k="outline_width" v="0.8">
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
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="fill">
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
<Option name="color" type="QString" value="213,94,0,77">
</Option>
<Option name="joinstyle" type="QString" value="miter">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="213,94,0,255">
</Option>
<Option name="outline_style" type="QString" value="dash">
</Option>
<Option name="outline_width" type="QString" value="0.8">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="style" type="QString" value="solid">
</Option>
</Option>
<prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="color" v="213,94,0,77">
</prop>
<prop k="joinstyle" v="miter">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="213,94,0,255">
</prop>
<prop k="outline_style" v="dash">
</prop>
<prop k="outline_width" v="0.8">
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
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="fill">
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
<Option name="color" type="QString" value="0,114,178,77">
</Option>
<Option name="joinstyle" type="QString" value="miter">
</Option>
<Option name="offset" type="QString" value="0,0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="outline_color" type="QString" value="0,114,178,255">
</Option>
<Option name="outline_style" type="QString" value="dot">
</Option>
<Option name="outline_width" type="QString" value="0.8">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="style" type="QString" value="solid">
</Option>
</Option>
<prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="color" v="0,114,178,77">
</prop>
<prop k="joinstyle" v="miter">
</prop>
<prop k="offset" v="0,0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="outline_color" v="0,114,178,255">
</prop>
<prop k="outline_style" v="dot">
</prop>
<prop k="outline_width" v="0.8">
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
</symbols>
<rotation>
</rotation>
<sizescale>
</sizescale>
</renderer-v2>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerGeometryType>2</layerGeometryType>
</qgis>
