<?php
/**
 * The finder on a page: the block and the shortcode, drawn by one renderer.
 *
 * @package HwbeFinder
 */

defined( 'ABSPATH' ) || exit;

const HWBE_FINDER_SCRIPT = 'hwbe-finder';

/** The attributes of the block, and what they are called in the tag and in the shortcode. */
const HWBE_FINDER_ATTRIBUTES = array(
	'alliance'     => 'alliance',
	'organiser'    => 'organiser',
	'tumourGroup'  => 'tumour-group',
	'topic'        => 'topic',
	'borough'      => 'borough',
	'headingLevel' => 'heading-level',
	'pageSize'     => 'page-size',
	'theme'        => 'theme',
	'mode'         => 'mode',
	'sync'         => 'sync',
	'lang'         => 'lang',
	'feed'         => 'feed',
);

/**
 * Registers the block, the shortcode and the script.
 */
function hwbe_finder_register() {
	register_block_type( dirname( __DIR__ ), array( 'render_callback' => 'hwbe_finder_render_block' ) );
	add_shortcode( 'hwbe_finder', 'hwbe_finder_render_shortcode' );

	$options = hwbe_finder_options();
	if ( '' === $options['address'] ) {
		return;
	}
	$version = '' === $options['version'] ? 'v1' : $options['version'];
	// The address of a pinned script must stay the same for ever, and the service answers to no other: hence no version behind it.
	wp_register_script_module( HWBE_FINDER_SCRIPT, "{$options['address']}/widget/{$version}/hwbe-finder.js", array(), null );
	add_filter( 'wp_script_attributes', 'hwbe_finder_add_integrity' );
}

/**
 * Gives the script of a pinned version its integrity (Subresource Integrity, section 3.5).
 *
 * @param array<string, string|bool> $attributes The attributes of a script tag.
 * @return array<string, string|bool>
 */
function hwbe_finder_add_integrity( $attributes ) {
	$options = hwbe_finder_options();
	if ( '' !== $options['integrity'] && isset( $attributes['id'] ) && HWBE_FINDER_SCRIPT . '-js-module' === $attributes['id'] ) {
		$attributes['integrity']   = $options['integrity'];
		$attributes['crossorigin'] = 'anonymous';
	}
	return $attributes;
}

/**
 * Draws the block.
 *
 * @param array<string, mixed> $attributes The attributes of the block, by their names in block.json.
 * @return string HTML.
 */
function hwbe_finder_render_block( $attributes ) {
	$values = array();
	foreach ( HWBE_FINDER_ATTRIBUTES as $name => $tag_name ) {
		$values[ $tag_name ] = isset( $attributes[ $name ] ) ? $attributes[ $name ] : '';
	}
	$html = hwbe_finder_html( $values );
	return '' === $html ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $html . '</div>';
}

/**
 * Draws the shortcode.
 *
 * @param array<string, string>|string $attributes What was written in the shortcode; '' where nothing was.
 * @return string HTML.
 */
function hwbe_finder_render_shortcode( $attributes ) {
	return hwbe_finder_html( shortcode_atts( array_fill_keys( HWBE_FINDER_ATTRIBUTES, '' ), $attributes, 'hwbe_finder' ) );
}

/**
 * The tag, with a link for browsers that run no scripts. The finder itself leaves out a value that is not right.
 *
 * @param array<string, mixed> $values By the names of the tag's attributes.
 * @return string HTML; where no service is set, a word for those who can set it, and nothing for others.
 */
function hwbe_finder_html( $values ) {
	$service = hwbe_finder_options()['address'];
	if ( '' === $service ) {
		return current_user_can( 'manage_options' ) ? '<p>' . esc_html__( 'The events finder needs the address of a service: see Settings, Cancer events finder. Visitors do not see this line.', 'hwbe-finder' ) . '</p>' : '';
	}
	$values         = array_map( 'strval', array_filter( $values, 'is_scalar' ) );
	$values['feed'] = hwbe_finder_read_address( isset( $values['feed'] ) ? $values['feed'] : '' );
	$written        = '';
	foreach ( array_filter( $values, 'strlen' ) as $name => $value ) {
		$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	wp_enqueue_script_module( HWBE_FINDER_SCRIPT );
	return sprintf(
		'<hwbe-finder%1$s><a href="%2$s">%3$s</a></hwbe-finder>',
		$written,
		esc_url( ( '' === $values['feed'] ? $service : $values['feed'] ) . '/events' ),
		esc_html__( 'Find cancer wellbeing events', 'hwbe-finder' )
	);
}
