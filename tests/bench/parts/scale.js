export async function scale() { return {}; }
