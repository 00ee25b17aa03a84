import { defineBackground } from 'wxt/sandbox';
export default defineBackground({ persistent: true, async main() {} });
