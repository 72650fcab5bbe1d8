<?php
// For tests alone: WordPress asks no address of its own machine, no unusual port, and waits 5 seconds, which a busy machine may need. A real
// service has an address of the web.
add_filter('http_request_host_is_external', fn ($external, $host) => $external || $host === '127.0.0.1', 10, 2);
add_filter('http_allowed_safe_ports', fn ($ports, $host, $url) => [...$ports, (int) parse_url($url, PHP_URL_PORT)], 10, 3);
add_filter('http_request_timeout', fn () => 120);
