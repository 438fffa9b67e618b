// Written so plainly that a Node.js far too old can still read it and say so.

/** The `engines` of package.json, the lowest version that all our packages run on. */
export const lowestNode = [20, 19];

export function isNodeNewEnough(version) {
  const parts = version.replace('v', '').split('.').map(Number);
  return parts[0] > lowestNode[0] || (parts[0] === lowestNode[0] && parts[1] >= lowestNode[1]);
}

export function stopIfNodeIsTooOld() {
  if (isNodeNewEnough(process.version)) return;
  console.error(
    'Yuwen needs Node.js ' +
      lowestNode.join('.') +
      ' or newer, and this is ' +
      process.version +
      '. ' +
      'Install a newer one from https://nodejs.org and start again. (请先升级 Node.js。)',
  );
  process.exit(1);
}
