const page = await browser.newPage();
