const MAJOR = 24;

/** Plain JavaScript without newer syntax: it is read by whatever Node there is. */
if (Number(process.versions.node.split(".")[0]) < MAJOR) {
  console.error(
    `This needs Node ${MAJOR} or later, and this is ${process.version}. On Linux and Windows "npm install" brings it along: ` +
      `run it again without leaving out optional packages. Elsewhere install Node ${MAJOR} from nodejs.org.`,
  );
  process.exit(1);
}
