async function poll() {
  const answer = await fetch('https://example.com/wait');
  console.log(await answer.text());
  poll();
}
poll();

async function pages(list) {
  const answer = await fetch('https://example.com/page');
  if (answer.ok) pages(list);
}
pages();

async function once(url) {
  once.count++;
  await fetch(url);
}
once('https://example.com/');
