var seen = 0;

function report() {
  console.log(seen);
}
