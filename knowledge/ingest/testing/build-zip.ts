export { writePackage as buildZip } from '../readers/write-package.ts';
