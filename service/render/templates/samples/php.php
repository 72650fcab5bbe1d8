<?php
// Returns the toolkit as HTML. A copy is kept in a file that your web server does not publish. While the service is away the copy
// is shown until the end of stale-if-error or until the law changes, whichever comes first; then the text below.
function cast_toolkit(string $file): string
{
    $url = '@SERVICE@/embed/@TOOLKIT@/fragment?lang=en&heading=3';
    $fallback = <<<'CAST_TOOLKIT_AWAY'
@AWAY@
CAST_TOOLKIT_AWAY;
    $kept = json_decode((string) @file_get_contents($file), true);
    $now = time();
    if ($kept && $now < $kept['next']) {
        return $kept['html'];
    }
    $context = stream_context_create(['http' => [
        'timeout' => 5, 'follow_location' => 0, 'ignore_errors' => true,
        'header' => empty($kept['tag']) ? [] : ['If-None-Match: ' . $kept['tag']],
    ]]);
    $html = (string) @file_get_contents($url, false, $context);
    $lines = $http_response_header ?? [];
    $status = explode(' ', $lines[0] ?? '')[1] ?? '';
    $field = fn (string $name) => trim(substr(current(preg_grep("/^$name:/i", $lines)) ?: '', strlen($name) + 1));
    $seconds = fn (string $name) => preg_match("/\\b$name=(\\d+)/", $field('Cache-Control'), $found) ? (int) $found[1] : 0;
    if ($status === '304' && !empty($kept['tag'])) {
        $html = $kept['html'];
    }
    $whole = str_starts_with($html, '<div class="cast-toolkit"') && str_ends_with(rtrim($html), '</div>');
    if (($status === '200' || $status === '304') && $whole) {
        preg_match('/ data-valid-until="([^"]*)"/', $html, $until);
        $began = $now - (int) $field('Age');
        $fresh = $began + $seconds('max-age');
        $end = $fresh + $seconds('stale-if-error');
        if (!empty($until[1])) {
            $end = min($end, $began + strtotime($until[1]) - strtotime($field('Date')));
        }
        $kept = ['html' => $html, 'tag' => $field('ETag'), 'next' => min($fresh, $end), 'end' => $end];
    } elseif ($kept && $now < $kept['end']) {
        $kept['next'] = min($now + 30, $kept['end']);
    } else {
        $kept = ['html' => $fallback, 'tag' => '', 'next' => $now + 30, 'end' => 0];
    }
    file_put_contents("$file.new", json_encode($kept), LOCK_EX);
    rename("$file.new", $file);
    return $kept['html'];
}

echo cast_toolkit(sys_get_temp_dir() . '/cast-toolkit.json');
