<?php
/**
 * What the plugin keeps: one option, with the service and the version of its script.
 *
 * @package HwbeFinder
 */

defined( 'ABSPATH' ) || exit;

const HWBE_FINDER_OPTION = 'hwbe_finder';

/**
 * Reads the option.
 *
 * @return array{address: string, version: string, integrity: string} Each is '' until it is set. Without a version the script follows fixes.
 */
function hwbe_finder_options() {
	$none = array(
		'address'   => '',
		'version'   => '',
		'integrity' => '',
	);
	return wp_parse_args( get_option( HWBE_FINDER_OPTION, array() ), $none );
}

/**
 * Reads the address of a service. On this computer itself it may do without encryption.
 *
 * @param string $value What was typed.
 * @return string The address without a slash at its end, or '' for anything that is no address of a service.
 */
function hwbe_finder_read_address( $value ) {
	$address = untrailingslashit( trim( $value ) );
	$parts   = wp_parse_url( $address );
	if ( ! is_array( $parts ) || esc_url_raw( $address, array( 'https', 'http' ) ) !== $address ) {
		return '';
	}
	if ( array_diff( array_keys( $parts ), array( 'scheme', 'host', 'port', 'path' ) ) || empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	$is_this_computer = in_array( $parts['host'], array( 'localhost', '127.0.0.1', '[::1]' ), true );
	return 'https' === $parts['scheme'] || $is_this_computer ? $address : '';
}

/**
 * Checks what the settings page sent. Where something is wrong it says so, and the option stays as it was.
 *
 * @param mixed $sent What was sent.
 * @return array{address: string, version: string, integrity: string} What to keep.
 */
function hwbe_finder_sanitize_options( $sent ) {
	$kept  = hwbe_finder_options();
	$typed = array();
	foreach ( array_keys( $kept ) as $name ) {
		$typed[ $name ] = isset( $sent[ $name ] ) && is_string( $sent[ $name ] ) ? trim( $sent[ $name ] ) : '';
	}
	$address = hwbe_finder_read_address( $typed['address'] );
	if ( '' === $address && '' !== $typed['address'] ) {
		add_settings_error( HWBE_FINDER_OPTION, 'address', __( 'The address must start with https:// and name a service. Nothing was saved.', 'hwbe-finder' ) );
		return $kept;
	}
	if ( '' !== $typed['version'] . $typed['integrity'] && ! hwbe_finder_is_pin( $typed ) ) {
		add_settings_error( HWBE_FINDER_OPTION, 'version', __( 'To stay with one version, enter both its number, like 1.2.3, and its integrity, which starts with sha384-. Nothing was saved.', 'hwbe-finder' ) );
		return $kept;
	}
	return array_merge( $typed, array( 'address' => $address ) );
}

/**
 * Whether a version and its integrity go together.
 *
 * @param array{version: string, integrity: string} $options The two.
 * @return bool
 */
function hwbe_finder_is_pin( $options ) {
	return 1 === preg_match( '/^\d+\.\d+\.\d+$/D', $options['version'] )
		&& 1 === preg_match( '#^sha384-[A-Za-z0-9+/]{64}$#D', $options['integrity'] );
}
