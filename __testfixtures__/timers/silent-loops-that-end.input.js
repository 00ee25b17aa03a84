const sleep = (delay) => new Promise((resolve) => setTimeout(resolve, delay));
let asked = true;

async function untilComplete(tabId) {
  while (true) {
    const tab = await browser.tabs.get(tabId);
    if (tab.status === "complete") return tab;
    await sleep(200);
  }
}

async function untilAsked() {
  for (;;) {
    if (asked) break;
    await sleep(100);
  }
}

async function threeTimes() {
  for (let i = 0; i < 3; i++) {
    await browser.tabs.query({});
    await sleep(500);
  }
}

async function whileAsked() {
  while (asked) await sleep(1000);
}

async function turns() {
  while (true) {
    await sleep(0);
    if ((await browser.tabs.query({})).length > 3) throw new Error("too many");
  }
}

browser.tabs.onCreated.addListener(async (tab) => {
  await untilComplete(tab.id);
  await untilAsked();
  await threeTimes();
  await whileAsked();
  await turns();
});
