async function main() {
  const { minutes = 5 } = await browser.storage.local.get('minutes');
  console.log(minutes);
  setInterval(save, 60000);
  browser.storage.onChanged.addListener((changes) => {
    console.log(Object.keys(changes));
  });
}

async function save() {
  await browser.storage.local.set({ time: Date.now() });
}

main();
