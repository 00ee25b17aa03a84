'use strict';

/** The shelf: what is on it lives in storage, in order of arrival. */
class Shelf {
    constructor(area) {
        this.area = area;
    }

    async links() {
        const { links } = await this.area.get({ links: [] });
        return links;
    }

    async put(url, title) {
        const links = (await this.links()).filter((link) => link.url !== url);
        links.push({ url, title, dead: false });
        await this.area.set({ links });
        return links.length;
    }

    async takeOff(url) {
        const links = await this.links();
        await this.area.set({ links: links.filter((link) => link.url !== url) });
    }

    async judge(url, dead) {
        const links = await this.links();
        for (const link of links) if (link.url === url) link.dead = dead;
        await this.area.set({ links });
    }
}

const shelf = new Shelf(browser.storage.local);
