<?php
// mytheme.theme
function mytheme_preprocess_node(&$variables) {
  $url = '@SERVICE@/embed/@TOOLKIT@/fragment?lang=en&heading=3';
  try {
    $answer = \Drupal::httpClient()->get($url, ['timeout' => 5, 'allow_redirects' => FALSE]);
    $variables['toolkit_fragment'] = (string) $answer->getBody();
    preg_match('/max-age=(\d+)/', $answer->getHeaderLine('Cache-Control'), $age);
    $lifetime = (int) ($age[1] ?? 0) - (int) $answer->getHeaderLine('Age');
  }
  catch (\Throwable $error) {
    $lifetime = 30;
    $variables['toolkit_fragment'] = <<<'CAST_TOOLKIT_AWAY'
@AWAY@
CAST_TOOLKIT_AWAY;
  }
  $variables['#cache']['max-age'] = max(0, $lifetime);
}
