<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" styleCategories="Symbology|Labeling" version="3.22.0">
<renderer-v2 attr="to_int(clamp(-1, coalesce(try(to_real(coalesce(attribute('position_par_rapport_au_sol'), attribute('pos_sol'), attribute('layer')))), 0), 2))" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="1" type="categorizedSymbol">
<categories>
<category label="-1" render="true" symbol="0" value="-1">
</category>
<category label="0" render="true" symbol="1" value="0">
</category>
<category label="1" render="true" symbol="2" value="1">
</category>
<category label="2" render="true" symbol="3" value="2">
</category>
</categories>
<symbols>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="line">
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
<layer class="SimpleLine" enabled="1" locked="0" pass="0">
<Option type="Map">
<Option name="align_dash_pattern" type="QString" value="0">
</Option>
<Option name="capstyle" type="QString" value="flat">
</Option>
<Option name="customdash" type="QString" value="3;1.4">
</Option>
<Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="customdash_unit" type="QString" value="MM">
</Option>
<Option name="dash_pattern_offset" type="QString" value="0">
</Option>
<Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="dash_pattern_offset_unit" type="QString" value="MM">
</Option>
<Option name="draw_inside_polygon" type="QString" value="0">
</Option>
<Option name="joinstyle" type="QString" value="round">
</Option>
<Option name="line_color" type="QString" value="0,114,178,255">
</Option>
<Option name="line_style" type="QString" value="solid">
</Option>
<Option name="line_width" type="QString" value="0.8">
</Option>
<Option name="line_width_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="trim_distance_end" type="QString" value="0">
</Option>
<Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_end_unit" type="QString" value="MM">
</Option>
<Option name="trim_distance_start" type="QString" value="0">
</Option>
<Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_start_unit" type="QString" value="MM">
</Option>
<Option name="tweak_dash_pattern_on_corners" type="QString" value="0">
</Option>
<Option name="use_custom_dash" type="QString" value="1">
</Option>
<Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
</Option>
<prop k="align_dash_pattern" v="0">
</prop>
<prop k="capstyle" v="flat">
</prop>
<prop k="customdash" v="3;1.4">
</prop>
<prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="customdash_unit" v="MM">
</prop>
<prop k="dash_pattern_offset" v="0">
</prop>
<prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="dash_pattern_offset_unit" v="MM">
</prop>
<prop k="draw_inside_polygon" v="0">
</prop>
<prop k="joinstyle" v="round">
</prop>
<prop k="line_color" v="0,114,178,255">
</prop>
<prop k="line_style" v="solid">
</prop>
<prop k="line_width" v="0.8">
</prop>
<prop k="line_width_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="trim_distance_end" v="0">
</prop>
<prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_end_unit" v="MM">
</prop>
<prop k="trim_distance_start" v="0">
</prop>
<prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_start_unit" v="MM">
</prop>
<prop k="tweak_dash_pattern_on_corners" v="0">
</prop>
<prop k="use_custom_dash" v="1">
</prop>
<prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="outlineColor" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="if(&quot;segment_id&quot; % 2 = 1, '#56b4e9', @value)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 1.5, 0.4, 0.35), 0.8)">
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
<layer class="MarkerLine" enabled="1" locked="0" pass="1">
<Option type="Map">
<Option name="average_angle_length" type="QString" value="4">
</Option>
<Option name="average_angle_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="average_angle_unit" type="QString" value="MM">
</Option>
<Option name="interval" type="QString" value="3">
</Option>
<Option name="interval_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="interval_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_along_line" type="QString" value="0">
</Option>
<Option name="offset_along_line_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_along_line_unit" type="QString" value="MM">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="placement" type="QString" value="firstvertex">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="rotate" type="QString" value="1">
</Option>
</Option>
<prop k="average_angle_length" v="4">
</prop>
<prop k="average_angle_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="average_angle_unit" v="MM">
</prop>
<prop k="interval" v="3">
</prop>
<prop k="interval_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="interval_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_along_line" v="0">
</prop>
<prop k="offset_along_line_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_along_line_unit" v="MM">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="placement" v="firstvertex">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="rotate" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="enabled" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(@map_scale &lt; 6000, false)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@0@1" type="marker">
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
<Option name="color" type="QString" value="255,0,0,255">
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
<Option name="outline_width" type="QString" value="0.3">
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
<prop k="color" v="255,0,0,255">
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
<prop k="outline_width" v="0.3">
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
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="line">
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
<layer class="SimpleLine" enabled="1" locked="0" pass="1">
<Option type="Map">
<Option name="align_dash_pattern" type="QString" value="0">
</Option>
<Option name="capstyle" type="QString" value="flat">
</Option>
<Option name="customdash" type="QString" value="5;2">
</Option>
<Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="customdash_unit" type="QString" value="MM">
</Option>
<Option name="dash_pattern_offset" type="QString" value="0">
</Option>
<Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="dash_pattern_offset_unit" type="QString" value="MM">
</Option>
<Option name="draw_inside_polygon" type="QString" value="0">
</Option>
<Option name="joinstyle" type="QString" value="round">
</Option>
<Option name="line_color" type="QString" value="61,79,102,255">
</Option>
<Option name="line_style" type="QString" value="solid">
</Option>
<Option name="line_width" type="QString" value="0.8">
</Option>
<Option name="line_width_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="trim_distance_end" type="QString" value="0">
</Option>
<Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_end_unit" type="QString" value="MM">
</Option>
<Option name="trim_distance_start" type="QString" value="0">
</Option>
<Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_start_unit" type="QString" value="MM">
</Option>
<Option name="tweak_dash_pattern_on_corners" type="QString" value="0">
</Option>
<Option name="use_custom_dash" type="QString" value="0">
</Option>
<Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
</Option>
<prop k="align_dash_pattern" v="0">
</prop>
<prop k="capstyle" v="flat">
</prop>
<prop k="customdash" v="5;2">
</prop>
<prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="customdash_unit" v="MM">
</prop>
<prop k="dash_pattern_offset" v="0">
</prop>
<prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="dash_pattern_offset_unit" v="MM">
</prop>
<prop k="draw_inside_polygon" v="0">
</prop>
<prop k="joinstyle" v="round">
</prop>
<prop k="line_color" v="61,79,102,255">
</prop>
<prop k="line_style" v="solid">
</prop>
<prop k="line_width" v="0.8">
</prop>
<prop k="line_width_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="trim_distance_end" v="0">
</prop>
<prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_end_unit" v="MM">
</prop>
<prop k="trim_distance_start" v="0">
</prop>
<prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_start_unit" v="MM">
</prop>
<prop k="tweak_dash_pattern_on_corners" v="0">
</prop>
<prop k="use_custom_dash" v="0">
</prop>
<prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="outlineColor" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="if(&quot;segment_id&quot; % 2 = 1, '#7d90a8', @value)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 1.5, 0.4, 0.35), 0.8)">
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
<layer class="MarkerLine" enabled="1" locked="0" pass="2">
<Option type="Map">
<Option name="average_angle_length" type="QString" value="4">
</Option>
<Option name="average_angle_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="average_angle_unit" type="QString" value="MM">
</Option>
<Option name="interval" type="QString" value="3">
</Option>
<Option name="interval_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="interval_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_along_line" type="QString" value="0">
</Option>
<Option name="offset_along_line_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_along_line_unit" type="QString" value="MM">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="placement" type="QString" value="firstvertex">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="rotate" type="QString" value="1">
</Option>
</Option>
<prop k="average_angle_length" v="4">
</prop>
<prop k="average_angle_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="average_angle_unit" v="MM">
</prop>
<prop k="interval" v="3">
</prop>
<prop k="interval_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="interval_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_along_line" v="0">
</prop>
<prop k="offset_along_line_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_along_line_unit" v="MM">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="placement" v="firstvertex">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="rotate" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="enabled" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(@map_scale &lt; 6000, false)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@1@1" type="marker">
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
<Option name="color" type="QString" value="255,0,0,255">
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
<Option name="outline_width" type="QString" value="0.3">
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
<prop k="color" v="255,0,0,255">
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
<prop k="outline_width" v="0.3">
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
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="line">
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
<layer class="SimpleLine" enabled="1" locked="0" pass="2">
<Option type="Map">
<Option name="align_dash_pattern" type="QString" value="0">
</Option>
<Option name="capstyle" type="QString" value="flat">
</Option>
<Option name="customdash" type="QString" value="5;2">
</Option>
<Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="customdash_unit" type="QString" value="MM">
</Option>
<Option name="dash_pattern_offset" type="QString" value="0">
</Option>
<Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="dash_pattern_offset_unit" type="QString" value="MM">
</Option>
<Option name="draw_inside_polygon" type="QString" value="0">
</Option>
<Option name="joinstyle" type="QString" value="round">
</Option>
<Option name="line_color" type="QString" value="34,48,63,255">
</Option>
<Option name="line_style" type="QString" value="solid">
</Option>
<Option name="line_width" type="QString" value="1.5">
</Option>
<Option name="line_width_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="trim_distance_end" type="QString" value="0">
</Option>
<Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_end_unit" type="QString" value="MM">
</Option>
<Option name="trim_distance_start" type="QString" value="0">
</Option>
<Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_start_unit" type="QString" value="MM">
</Option>
<Option name="tweak_dash_pattern_on_corners" type="QString" value="0">
</Option>
<Option name="use_custom_dash" type="QString" value="0">
</Option>
<Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
</Option>
<prop k="align_dash_pattern" v="0">
</prop>
<prop k="capstyle" v="flat">
</prop>
<prop k="customdash" v="5;2">
</prop>
<prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="customdash_unit" v="MM">
</prop>
<prop k="dash_pattern_offset" v="0">
</prop>
<prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="dash_pattern_offset_unit" v="MM">
</prop>
<prop k="draw_inside_polygon" v="0">
</prop>
<prop k="joinstyle" v="round">
</prop>
<prop k="line_color" v="34,48,63,255">
</prop>
<prop k="line_style" v="solid">
</prop>
<prop k="line_width" v="1.5">
</prop>
<prop k="line_width_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="trim_distance_end" v="0">
</prop>
<prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_end_unit" v="MM">
</prop>
<prop k="trim_distance_start" v="0">
</prop>
<prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_start_unit" v="MM">
</prop>
<prop k="tweak_dash_pattern_on_corners" v="0">
</prop>
<prop k="use_custom_dash" v="0">
</prop>
<prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 2.3, 1.2, 0.35), 1.5)">
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
<layer class="SimpleLine" enabled="1" locked="0" pass="3">
<Option type="Map">
<Option name="align_dash_pattern" type="QString" value="0">
</Option>
<Option name="capstyle" type="QString" value="flat">
</Option>
<Option name="customdash" type="QString" value="5;2">
</Option>
<Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="customdash_unit" type="QString" value="MM">
</Option>
<Option name="dash_pattern_offset" type="QString" value="0">
</Option>
<Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="dash_pattern_offset_unit" type="QString" value="MM">
</Option>
<Option name="draw_inside_polygon" type="QString" value="0">
</Option>
<Option name="joinstyle" type="QString" value="round">
</Option>
<Option name="line_color" type="QString" value="213,94,0,255">
</Option>
<Option name="line_style" type="QString" value="solid">
</Option>
<Option name="line_width" type="QString" value="0.8">
</Option>
<Option name="line_width_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="trim_distance_end" type="QString" value="0">
</Option>
<Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_end_unit" type="QString" value="MM">
</Option>
<Option name="trim_distance_start" type="QString" value="0">
</Option>
<Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_start_unit" type="QString" value="MM">
</Option>
<Option name="tweak_dash_pattern_on_corners" type="QString" value="0">
</Option>
<Option name="use_custom_dash" type="QString" value="0">
</Option>
<Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
</Option>
<prop k="align_dash_pattern" v="0">
</prop>
<prop k="capstyle" v="flat">
</prop>
<prop k="customdash" v="5;2">
</prop>
<prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="customdash_unit" v="MM">
</prop>
<prop k="dash_pattern_offset" v="0">
</prop>
<prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="dash_pattern_offset_unit" v="MM">
</prop>
<prop k="draw_inside_polygon" v="0">
</prop>
<prop k="joinstyle" v="round">
</prop>
<prop k="line_color" v="213,94,0,255">
</prop>
<prop k="line_style" v="solid">
</prop>
<prop k="line_width" v="0.8">
</prop>
<prop k="line_width_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="trim_distance_end" v="0">
</prop>
<prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_end_unit" v="MM">
</prop>
<prop k="trim_distance_start" v="0">
</prop>
<prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_start_unit" v="MM">
</prop>
<prop k="tweak_dash_pattern_on_corners" v="0">
</prop>
<prop k="use_custom_dash" v="0">
</prop>
<prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="outlineColor" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="if(&quot;segment_id&quot; % 2 = 1, '#f08a3c', @value)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 1.5, 0.4, 0.35), 0.8)">
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
<layer class="MarkerLine" enabled="1" locked="0" pass="3">
<Option type="Map">
<Option name="average_angle_length" type="QString" value="4">
</Option>
<Option name="average_angle_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="average_angle_unit" type="QString" value="MM">
</Option>
<Option name="interval" type="QString" value="3">
</Option>
<Option name="interval_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="interval_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_along_line" type="QString" value="0">
</Option>
<Option name="offset_along_line_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_along_line_unit" type="QString" value="MM">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="placement" type="QString" value="firstvertex">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="rotate" type="QString" value="1">
</Option>
</Option>
<prop k="average_angle_length" v="4">
</prop>
<prop k="average_angle_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="average_angle_unit" v="MM">
</prop>
<prop k="interval" v="3">
</prop>
<prop k="interval_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="interval_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_along_line" v="0">
</prop>
<prop k="offset_along_line_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_along_line_unit" v="MM">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="placement" v="firstvertex">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="rotate" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="enabled" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(@map_scale &lt; 6000, false)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@2@2" type="marker">
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
<Option name="color" type="QString" value="255,0,0,255">
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
<Option name="outline_width" type="QString" value="0.3">
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
<prop k="color" v="255,0,0,255">
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
<prop k="outline_width" v="0.3">
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
</layer>
</symbol>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="line">
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
<layer class="SimpleLine" enabled="1" locked="0" pass="4">
<Option type="Map">
<Option name="align_dash_pattern" type="QString" value="0">
</Option>
<Option name="capstyle" type="QString" value="flat">
</Option>
<Option name="customdash" type="QString" value="5;2">
</Option>
<Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="customdash_unit" type="QString" value="MM">
</Option>
<Option name="dash_pattern_offset" type="QString" value="0">
</Option>
<Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="dash_pattern_offset_unit" type="QString" value="MM">
</Option>
<Option name="draw_inside_polygon" type="QString" value="0">
</Option>
<Option name="joinstyle" type="QString" value="round">
</Option>
<Option name="line_color" type="QString" value="34,48,63,255">
</Option>
<Option name="line_style" type="QString" value="solid">
</Option>
<Option name="line_width" type="QString" value="1.5">
</Option>
<Option name="line_width_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="trim_distance_end" type="QString" value="0">
</Option>
<Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_end_unit" type="QString" value="MM">
</Option>
<Option name="trim_distance_start" type="QString" value="0">
</Option>
<Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_start_unit" type="QString" value="MM">
</Option>
<Option name="tweak_dash_pattern_on_corners" type="QString" value="0">
</Option>
<Option name="use_custom_dash" type="QString" value="0">
</Option>
<Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
</Option>
<prop k="align_dash_pattern" v="0">
</prop>
<prop k="capstyle" v="flat">
</prop>
<prop k="customdash" v="5;2">
</prop>
<prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="customdash_unit" v="MM">
</prop>
<prop k="dash_pattern_offset" v="0">
</prop>
<prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="dash_pattern_offset_unit" v="MM">
</prop>
<prop k="draw_inside_polygon" v="0">
</prop>
<prop k="joinstyle" v="round">
</prop>
<prop k="line_color" v="34,48,63,255">
</prop>
<prop k="line_style" v="solid">
</prop>
<prop k="line_width" v="1.5">
</prop>
<prop k="line_width_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="trim_distance_end" v="0">
</prop>
<prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_end_unit" v="MM">
</prop>
<prop k="trim_distance_start" v="0">
</prop>
<prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_start_unit" v="MM">
</prop>
<prop k="tweak_dash_pattern_on_corners" v="0">
</prop>
<prop k="use_custom_dash" v="0">
</prop>
<prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 2.3, 1.2, 0.35), 1.5)">
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
<layer class="SimpleLine" enabled="1" locked="0" pass="5">
<Option type="Map">
<Option name="align_dash_pattern" type="QString" value="0">
</Option>
<Option name="capstyle" type="QString" value="flat">
</Option>
<Option name="customdash" type="QString" value="5;2">
</Option>
<Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="customdash_unit" type="QString" value="MM">
</Option>
<Option name="dash_pattern_offset" type="QString" value="0">
</Option>
<Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="dash_pattern_offset_unit" type="QString" value="MM">
</Option>
<Option name="draw_inside_polygon" type="QString" value="0">
</Option>
<Option name="joinstyle" type="QString" value="round">
</Option>
<Option name="line_color" type="QString" value="138,58,109,255">
</Option>
<Option name="line_style" type="QString" value="solid">
</Option>
<Option name="line_width" type="QString" value="0.8">
</Option>
<Option name="line_width_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="trim_distance_end" type="QString" value="0">
</Option>
<Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_end_unit" type="QString" value="MM">
</Option>
<Option name="trim_distance_start" type="QString" value="0">
</Option>
<Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="trim_distance_start_unit" type="QString" value="MM">
</Option>
<Option name="tweak_dash_pattern_on_corners" type="QString" value="0">
</Option>
<Option name="use_custom_dash" type="QString" value="0">
</Option>
<Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
</Option>
<prop k="align_dash_pattern" v="0">
</prop>
<prop k="capstyle" v="flat">
</prop>
<prop k="customdash" v="5;2">
</prop>
<prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="customdash_unit" v="MM">
</prop>
<prop k="dash_pattern_offset" v="0">
</prop>
<prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="dash_pattern_offset_unit" v="MM">
</prop>
<prop k="draw_inside_polygon" v="0">
</prop>
<prop k="joinstyle" v="round">
</prop>
<prop k="line_color" v="138,58,109,255">
</prop>
<prop k="line_style" v="solid">
</prop>
<prop k="line_width" v="0.8">
</prop>
<prop k="line_width_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="trim_distance_end" v="0">
</prop>
<prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_end_unit" v="MM">
</prop>
<prop k="trim_distance_start" v="0">
</prop>
<prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="trim_distance_start_unit" v="MM">
</prop>
<prop k="tweak_dash_pattern_on_corners" v="0">
</prop>
<prop k="use_custom_dash" v="0">
</prop>
<prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="outlineColor" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="if(&quot;segment_id&quot; % 2 = 1, '#b0588f', @value)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
<Option name="outlineWidth" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(scale_exp(@map_scale, 1000, 40000, 1.5, 0.4, 0.35), 0.8)">
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
<layer class="MarkerLine" enabled="1" locked="0" pass="5">
<Option type="Map">
<Option name="average_angle_length" type="QString" value="4">
</Option>
<Option name="average_angle_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="average_angle_unit" type="QString" value="MM">
</Option>
<Option name="interval" type="QString" value="3">
</Option>
<Option name="interval_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="interval_unit" type="QString" value="MM">
</Option>
<Option name="offset" type="QString" value="0">
</Option>
<Option name="offset_along_line" type="QString" value="0">
</Option>
<Option name="offset_along_line_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_along_line_unit" type="QString" value="MM">
</Option>
<Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0">
</Option>
<Option name="offset_unit" type="QString" value="MM">
</Option>
<Option name="placement" type="QString" value="firstvertex">
</Option>
<Option name="ring_filter" type="QString" value="0">
</Option>
<Option name="rotate" type="QString" value="1">
</Option>
</Option>
<prop k="average_angle_length" v="4">
</prop>
<prop k="average_angle_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="average_angle_unit" v="MM">
</prop>
<prop k="interval" v="3">
</prop>
<prop k="interval_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="interval_unit" v="MM">
</prop>
<prop k="offset" v="0">
</prop>
<prop k="offset_along_line" v="0">
</prop>
<prop k="offset_along_line_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_along_line_unit" v="MM">
</prop>
<prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0">
</prop>
<prop k="offset_unit" v="MM">
</prop>
<prop k="placement" v="firstvertex">
</prop>
<prop k="ring_filter" v="0">
</prop>
<prop k="rotate" v="1">
</prop>
<data_defined_properties>
<Option type="Map">
<Option name="name" type="QString" value="">
</Option>
<Option name="properties" type="Map">
<Option name="enabled" type="Map">
<Option name="active" type="bool" value="true">
</Option>
<Option name="expression" type="QString" value="coalesce(@map_scale &lt; 6000, false)">
</Option>
<Option name="type" type="int" value="3">
</Option>
</Option>
</Option>
<Option name="type" type="QString" value="collection">
</Option>
</Option>
</data_defined_properties>
<symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@3@2" type="marker">
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
<Option name="color" type="QString" value="255,0,0,255">
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
<Option name="outline_width" type="QString" value="0.3">
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
<prop k="color" v="255,0,0,255">
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
<prop k="outline_width" v="0.3">
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
<layerGeometryType>1</layerGeometryType>
</qgis>
