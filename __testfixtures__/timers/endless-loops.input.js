const sleep = (delay) => new Promise((resolve) => setTimeout(resolve, delay));

async function pause(delay) {
  await new Promise((resolve) => setTimeout(resolve, delay));
}

async function poll() {
  const response = await fetch("https://example.com/state");
  await browser.storage.local.set({ state: await response.text() });
}

async function pollForEver() {
  while (true) {
    await poll();
    await sleep(5000);
  }
}

async function pollInOldStyle() {
  for (;;) {
    await poll();
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

async function pollCarefully() {
  do {
    try {
      await poll();
    } catch (error) {
      console.log(error);
    }
    await pause(1000);
  } while (true);
}

pollForEver();
pollInOldStyle();
pollCarefully();
