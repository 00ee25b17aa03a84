function poll() {
  fetch('https://example.com/wait')
    .then((answer) => answer.json())
    .then((news) => console.log(news))
    .then(poll);
}
poll();

async function loop() {
  while (true) {
    const answer = await fetch('https://example.com/next');
    console.log(await answer.text());
  }
}
loop();

function again() {
  fetch('https://example.com/again').then((answer) => {
    console.log(answer.status);
    again();
  });
}
again();

async function forever() {
  while (1) {
    const answer = await fetch('https://example.com/forever');
    console.log(await answer.text());
  }
}
forever();
