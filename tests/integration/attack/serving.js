// A service for one test.
import {startToolkitd} from '../../attack/servers.js';

export async function serving(options, use) {
  const service = await startToolkitd(options);
  try {
    return await use(service);
  } finally {
    await service.stop();
  }
}
