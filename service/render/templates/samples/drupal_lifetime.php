<?php
// mymodule/src/EventSubscriber/PageLifetime.php; in mymodule.services.yml:
//   services:
//     mymodule.page_lifetime:
//       class: Drupal\mymodule\EventSubscriber\PageLifetime
//       arguments: ['@page_cache_kill_switch']
//       tags: [{name: event_subscriber}]
namespace Drupal\mymodule\EventSubscriber;

use Drupal\Core\Cache\CacheableResponseInterface;
use Drupal\Core\PageCache\ResponsePolicy\KillSwitch;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Symfony\Component\HttpKernel\KernelEvents;

// The page cache for anonymous readers ignores max-age and obeys Expires.
final class PageLifetime implements EventSubscriberInterface {

  public function __construct(private readonly KillSwitch $killSwitch) {}

  public static function getSubscribedEvents(): array {
    return [KernelEvents::RESPONSE => ['onResponse', -100]];
  }

  public function onResponse(ResponseEvent $event): void {
    $response = $event->getResponse();
    if (!$response instanceof CacheableResponseInterface) {
      return;
    }
    $age = $response->getCacheableMetadata()->getCacheMaxAge();
    if ($age === 0) {
      $this->killSwitch->trigger();
    }
    elseif ($age > 0) {
      $response->setExpires(new \DateTime("+$age seconds"));
    }
  }

}
