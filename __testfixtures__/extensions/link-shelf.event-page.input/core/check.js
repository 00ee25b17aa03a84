'use strict';

/** Whether an address answers with anything but an error. */
function answers(url) {
    return new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.timeout = Number(localStorage.timeout || 20) * 1000;
        request.onload = () => resolve(request.status < 400);
        request.onerror = () => resolve(false);
        request.ontimeout = () => resolve(false);
        request.send();
    });
}

/** Checks the links one after the other, gently. */
async function checkAll() {
    const links = await shelf.links();
    for (const { url } of links) {
        await shelf.judge(url, !(await answers(url)));
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return links.length;
}
