// Things to send without owning any: pictures drawn on a canvas, a short document, a tone, places.

const SCENES = [
  { title: "Posyandu Melati", sky: ["#fde68a", "#f9a8d4"], ground: "#65a30d", wall: "#fff7ed", roof: "#b91c1c" },
  { title: "Kelas ibu hamil", sky: ["#bae6fd", "#e0f2fe"], ground: "#16a34a", wall: "#fefce8", roof: "#1d4ed8" },
  { title: "Rumah Dataku", sky: ["#c7d2fe", "#fbcfe8"], ground: "#0d9488", wall: "#ffffff", roof: "#7c3aed" },
  { title: "Forum anak", sky: ["#fed7aa", "#fef3c7"], ground: "#4d7c0f", wall: "#ecfeff", roof: "#c2410c" },
  { title: "Sosialisasi PATBM", sky: ["#a7f3d0", "#dbeafe"], ground: "#15803d", wall: "#fdf4ff", roof: "#be185d" },
];

/** Sample places; the first is what a location button sends. */
export const PLACES = [
  { name: "Pangkalpinang", latitude: -2.1291, longitude: 106.109 },
  { name: "Sungailiat, Bangka", latitude: -1.8539, longitude: 106.1218 },
  { name: "Muntok, Bangka Barat", latitude: -2.0673, longitude: 105.1625 },
  { name: "Koba, Bangka Tengah", latitude: -2.4936, longitude: 106.4056 },
  { name: "Toboali, Bangka Selatan", latitude: -3.0067, longitude: 106.4594 },
  { name: "Tanjungpandan, Belitung", latitude: -2.7383, longitude: 107.6347 },
  { name: "Manggar, Belitung Timur", latitude: -2.8764, longitude: 108.2697 },
];

let drawn = 0;

export function samplePhoto(caption) {
  const number = drawn++;
  const canvas = paint(1280, 960, SCENES[number % SCENES.length], number);
  const name = `contoh-foto-${number + 1}.jpg`;
  return { ...drawnFile(canvas, "image/jpeg", name), caption };
}

export function sampleSticker() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 512;
  const pen = canvas.getContext("2d");
  disc(pen, 256, 256, 216, "#ffffff");
  disc(pen, 256, 256, 198, "#fbbf24");
  disc(pen, 186, 212, 24, "#422006");
  disc(pen, 326, 212, 24, "#422006");
  pen.lineWidth = 22;
  pen.lineCap = "round";
  pen.beginPath();
  pen.arc(256, 262, 104, 0.15 * Math.PI, 0.85 * Math.PI);
  pen.stroke();
  return drawnFile(canvas, "image/webp", "stiker.webp");
}

export function sampleDocument() {
  const text = "Daftar hadir (contoh)\r\n1. Ibu Sari\r\n2. Pak Budi\r\n3. Ibu Rahma\r\n";
  return fileOf(new Blob([text], { type: "text/plain" }), "daftar-hadir.txt");
}

/** One second of a soft tone as a WAV file. */
export function sampleVoice() {
  const rate = 8000;
  const view = new DataView(new ArrayBuffer(44 + rate * 2));
  const word = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  word(0, "RIFF");
  view.setUint32(4, 36 + rate * 2, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  [[20, 1], [22, 1], [32, 2], [34, 16]].forEach(([at, value]) => view.setUint16(at, value, true));
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  word(36, "data");
  view.setUint32(40, rate * 2, true);
  for (let i = 0; i < rate; i++) {
    const swell = Math.sin((Math.PI * i) / rate);
    view.setInt16(44 + i * 2, 9000 * swell * Math.sin((2 * Math.PI * 330 * i) / rate), true);
  }
  return fileOf(new Blob([view], { type: "audio/wav" }), "pesan-suara.wav");
}

export async function fileOf(blob, name, caption) {
  const url = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  const base64 = url.slice(url.indexOf(",") + 1);
  const mime = (blob.type || "application/octet-stream").split(";")[0];
  return { name: name ?? blob.name, mime, base64, caption };
}

/** At once: `toBlob` waits for an idle moment, which on a busy machine is long in coming. */
function drawnFile(canvas, mime, name) {
  return { name, mime, base64: canvas.toDataURL(mime, 0.85).split(",")[1] };
}

function disc(pen, x, y, radius, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function paint(width, height, scene, number) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  const sky = pen.createLinearGradient(0, 0, 0, height);
  scene.sky.forEach((colour, at) => sky.addColorStop(at, colour));
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  disc(pen, width * (0.15 + 0.14 * (number % 5)), 190, 78, "rgba(255,255,255,.75)");
  disc(pen, width * 0.25, height * 1.28, height * 0.62, scene.ground);
  disc(pen, width * 0.85, height * 1.3, height * 0.6, scene.ground);
  drawHouse(pen, width / 2, height * 0.74, scene);
  drawPeople(pen, width, height, number);
  pen.fillStyle = "rgba(17,24,39,.62)";
  pen.fillRect(0, height - 104, width, 104);
  pen.fillStyle = "#ffffff";
  pen.font = "600 44px system-ui, sans-serif";
  pen.textAlign = "center";
  pen.fillText(`${scene.title} · ${number + 1}`, width / 2, height - 37);
  return canvas;
}

function drawHouse(pen, x, ground, scene) {
  pen.fillStyle = scene.wall;
  pen.fillRect(x - 230, ground - 250, 460, 250);
  pen.fillStyle = scene.roof;
  pen.beginPath();
  pen.moveTo(x - 285, ground - 245);
  pen.lineTo(x, ground - 420);
  pen.lineTo(x + 285, ground - 245);
  pen.fill();
  pen.fillRect(x - 45, ground - 150, 90, 150);
  pen.fillStyle = "#7dd3fc";
  pen.fillRect(x - 180, ground - 180, 90, 80);
  pen.fillRect(x + 90, ground - 180, 90, 80);
}

function drawPeople(pen, width, height, number) {
  const shirts = ["#0f766e", "#db2777", "#2563eb", "#d97706", "#7c3aed", "#dc2626"];
  for (let i = 0; i < 6; i++) {
    const x = width * (0.12 + 0.15 * i) + ((number * 37 + i * 53) % 60) - 30;
    const y = height * 0.78 + ((i * 29 + number * 17) % 50);
    pen.fillStyle = shirts[(i + number) % shirts.length];
    pen.beginPath();
    pen.roundRect(x - 34, y, 68, 150, 30);
    pen.fill();
    disc(pen, x, y - 26, 30, "#8d5a3b");
    disc(pen, x, y - 36, 27, i % 2 ? "#1f2937" : shirts[(i + 3) % shirts.length]);
  }
}
