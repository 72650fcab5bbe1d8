<?php
// Files as they are; all else is WordPress's.
$file = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($file) && !str_ends_with($file, '.php')) {
    return false;
}
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
