<?php
// In a plugin, or in your theme's functions.php
wp_oembed_add_provider('@SERVICE@/embed/*', '@SERVICE@/oembed');
