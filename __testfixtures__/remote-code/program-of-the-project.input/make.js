#!/usr/bin/env -S deno run --allow-read --allow-write
import * as path from "https://deno.land/std@0.136.0/path/mod.ts";

Deno.writeTextFileSync(path.join("dist", "version.txt"), "1");
