<?php
/**
 * Settings > Cancer events finder, and what the block editor is told of the settings.
 *
 * @package HwbeFinder
 */

defined( 'ABSPATH' ) || exit;

const HWBE_FINDER_PAGE = 'hwbe-finder';

/**
 * Registers the option and its fields.
 */
function hwbe_finder_register_settings() {
	register_setting(
		HWBE_FINDER_PAGE,
		HWBE_FINDER_OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => 'hwbe_finder_sanitize_options',
			'show_in_rest'      => false,
		)
	);
	add_settings_section( 'service', __( 'Service', 'hwbe-finder' ), 'hwbe_finder_introduce_service', HWBE_FINDER_PAGE );
	add_settings_section( 'version', __( 'Stay with one version (optional)', 'hwbe-finder' ), 'hwbe_finder_introduce_version', HWBE_FINDER_PAGE );
	hwbe_finder_add_field( 'address', __( 'Address of the service', 'hwbe-finder' ), 'service' );
	hwbe_finder_add_field( 'version', __( 'Version', 'hwbe-finder' ), 'version' );
	hwbe_finder_add_field( 'integrity', __( 'Integrity', 'hwbe-finder' ), 'version' );
}

/**
 * Adds a field to a section.
 *
 * @param string $name    What of the option it holds.
 * @param string $label   Its label.
 * @param string $section The section.
 */
function hwbe_finder_add_field( $name, $label, $section ) {
	$id = "hwbe-finder-{$name}";
	add_settings_field(
		$id,
		$label,
		'hwbe_finder_print_field',
		HWBE_FINDER_PAGE,
		$section,
		array(
			'label_for' => $id,
			'name'      => $name,
		)
	);
}

/**
 * Prints a field.
 *
 * @param array{label_for: string, name: string} $field The field.
 */
function hwbe_finder_print_field( $field ) {
	$is_address = 'address' === $field['name'];
	printf(
		'<input type="%1$s" id="%2$s" name="%3$s" value="%4$s" class="regular-text code"%5$s>',
		$is_address ? 'url' : 'text',
		esc_attr( $field['label_for'] ),
		esc_attr( HWBE_FINDER_OPTION . '[' . $field['name'] . ']' ),
		esc_attr( hwbe_finder_options()[ $field['name'] ] ),
		$is_address ? ' aria-describedby="hwbe-finder-address-help"' : ' aria-describedby="hwbe-finder-version-help"'
	);
}

/**
 * Prints what the first section is about.
 */
function hwbe_finder_introduce_service() {
	echo '<p id="hwbe-finder-address-help">' . esc_html__( 'The finder gets its script and its events from here, for example https://events.example.nhs.uk. Ask whoever runs the service. While this is empty, pages show no finder.', 'hwbe-finder' ) . '</p>';
}

/**
 * Prints what the second section is about, with the page of the service that tells both values.
 */
function hwbe_finder_introduce_version() {
	echo '<p id="hwbe-finder-version-help">' . esc_html__( 'Leave both empty to get fixes without doing anything: this is best for most websites. A version that you enter never changes, and browsers check it. It has no mode for clinical teams, keeps no search in the address, and speaks English.', 'hwbe-finder' ) . '</p>';
	$address = hwbe_finder_options()['address'];
	if ( '' !== $address ) {
		printf( '<p><a href="%1$s">%2$s</a></p>', esc_url( "{$address}/developers/snippet?updates=pinned" ), esc_html__( 'See the version and its integrity on the service', 'hwbe-finder' ) );
	}
}

/**
 * Adds the page to the Settings menu.
 */
function hwbe_finder_add_settings_page() {
	add_options_page( __( 'Cancer events finder', 'hwbe-finder' ), __( 'Cancer events finder', 'hwbe-finder' ), 'manage_options', HWBE_FINDER_PAGE, 'hwbe_finder_print_settings_page' );
}

/**
 * Prints the page.
 */
function hwbe_finder_print_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( HWBE_FINDER_PAGE );
	do_settings_sections( HWBE_FINDER_PAGE );
	submit_button();
	echo '</form></div>';
}

/**
 * Where the settings are.
 *
 * @return string
 */
function hwbe_finder_settings_url() {
	return admin_url( 'options-general.php?page=' . HWBE_FINDER_PAGE );
}

/**
 * Adds a link to the settings on the Plugins page.
 *
 * @param string[] $links The links of the plugin, as HTML.
 * @return string[]
 */
function hwbe_finder_add_settings_link( $links ) {
	array_unshift( $links, sprintf( '<a href="%1$s">%2$s</a>', esc_url( hwbe_finder_settings_url() ), esc_html__( 'Settings', 'hwbe-finder' ) ) );
	return $links;
}

/**
 * Tells the editor which service to ask for the names that its fields suggest, and who may change it.
 */
function hwbe_finder_tell_editor() {
	$told = array(
		'address'     => hwbe_finder_options()['address'],
		'settingsUrl' => current_user_can( 'manage_options' ) ? hwbe_finder_settings_url() : '',
	);
	wp_add_inline_script( generate_block_asset_handle( 'hwbe/finder', 'editorScript' ), 'window.hwbeFinder = ' . wp_json_encode( $told ) . ';', 'before' );
}
