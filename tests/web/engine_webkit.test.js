// What WebKit makes of what the service serves: one start of it for all that the three engines are asked.
import {exits} from './support/three/exits.js';
import {shows} from './support/three/shows.js';
import {switches} from './support/three/switches.js';

for (const each of [shows, exits, switches]) each('webkit');
