<?php
/**
 * Plugin Name:       Cancer Events Finder
 * Description:       Puts the finder of cancer Health and Wellbeing Events on your pages: a block, and the shortcode [hwbe_finder].
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            The HWBE finder contributors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       hwbe-finder
 *
 * @package HwbeFinder
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/includes/options.php';
require_once __DIR__ . '/includes/finder.php';

add_action( 'init', 'hwbe_finder_register' );

if ( is_admin() ) {
	require_once __DIR__ . '/includes/settings-page.php';

	add_action( 'admin_init', 'hwbe_finder_register_settings' );
	add_action( 'admin_menu', 'hwbe_finder_add_settings_page' );
	add_action( 'enqueue_block_editor_assets', 'hwbe_finder_tell_editor' );
	add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), 'hwbe_finder_add_settings_link' );
}
