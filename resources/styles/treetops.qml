<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" styleCategories="Symbology|Labeling" version="3.22.0">
<renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="singleSymbol">
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
<Option name="color" type="QString" value="34,48,63,255">
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
<Option name="outline_width" type="QString" value="0.25">
</Option>
<Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="outline_width_unit" type="QString" value="MM">
</Option>
<Option name="scale_method" type="QString" value="diameter">
</Option>
<Option name="size" type="QString" value="1.8">
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
<prop k="outline_width" v="0.25">
</prop>
<prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="outline_width_unit" v="MM">
</prop>
<prop k="scale_method" v="diameter">
</prop>
<prop k="size" v="1.8">
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
<Option name="size" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="scale_linear(coalesce(&quot;height&quot;, 0), 2, 30, 1.2, 3.2)">
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
