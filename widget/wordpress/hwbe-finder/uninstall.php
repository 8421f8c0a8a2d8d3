<?php
/**
 * Removes all that the plugin kept.
 *
 * @package HwbeFinder
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( ! is_multisite() ) {
	delete_option( 'hwbe_finder' );
	return;
}

$hwbe_finder_sites = get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
);
foreach ( $hwbe_finder_sites as $hwbe_finder_site ) {
	delete_blog_option( $hwbe_finder_site, 'hwbe_finder' );
}
