<?php
// Makes the database of the site in a folder, and its users: an administrator, and an author, who may not write markup of any kind.
mysqli_connect('localhost', 'wordpress', '', '', 0, getenv('DB_SOCKET'))->query('CREATE DATABASE wordpress');
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
function wp_new_blog_notification() {}
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Legal aid', 'editor', 'editor@example.org', true, '', 'password');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'password', 'user_email' => 'author@example.org', 'role' => 'author']);
