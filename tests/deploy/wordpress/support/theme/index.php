<!doctype html>
<html <?php language_attributes(); ?>>
<head><meta charset="utf-8"><title><?php bloginfo('name'); ?></title><?php wp_head(); ?></head>
<body <?php body_class(); ?>>
<?php
wp_body_open();
while (have_posts()) {
    the_post();
    echo '<article><h1>', get_the_title(), '</h1>';
    the_content();
    echo '</article>';
}
wp_footer();
?>
</body>
</html>
