"use strict";
// Places on the ground of the world; without this script the list of them tells the same.
// The outlines are those of a globe: on a flat map they go on beyond 180 degrees, and the pole is none.
function flat(globe) {
  const unrolled = (ring) => {
    let before = ring[0][0];
    return ring.map(([x, y]) => [before = x + 360 * Math.round((before - x) / 360), y]);
  };
  const kinds = { Polygon: (it) => it.map(unrolled), MultiPolygon: (it) => it.map((one) => one.map(unrolled)) };
  const features = globe.features.filter((one) => one.properties.name !== "Antarctica");
  return { ...globe, features: features.map((one) => ({ ...one, geometry: { ...one.geometry, coordinates: kinds[one.geometry.type](one.geometry.coordinates) } })) };
}

(async () => {
  const figure = document.querySelector(".map");
  if (!figure) return;
  const ground = figure.querySelector(".ground");
  const points = JSON.parse(figure.dataset.points);
  const world = await (await fetch(figure.dataset.world)).json();
  echarts.registerMap("world", flat(topojson.feature(world, world.objects.countries)));
  figure.hidden = false;
  const chart = echarts.init(ground, null, { renderer: "canvas" });

  // The smallest frame of the ground's shape round all places, no less than the widest of them needs,
  // and over no more of what lies beyond the land in the north than it must.
  const room = Math.max(...points.map((point) => point.room));
  function bounds() {
    const [across, upright] = [0, 1].map((axis) => {
      const all = points.map((point) => point.value[axis]);
      const [low, high] = [Math.min(...all), Math.max(...all)];
      return { middle: (low + high) / 2, room: Math.max((high - low) * 0.62, room) };
    });
    const narrowing = Math.max(Math.cos(upright.middle * Math.PI / 180), 0.4);
    const shape = ground.clientWidth / ground.clientHeight / narrowing;
    const height = Math.max(upright.room, across.room / shape);
    const ends = (it, room) => [it.middle - room, it.middle + room];
    const [west, east] = ends(across, height * shape);
    const [south, north] = ends({ middle: Math.min(upright.middle, 84 - height) }, height);
    return { narrowing, east, west, corners: [[west, north], [east, south]] };
  }

  function draw() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const frame = bounds();
    const most = Math.max(...points.map((point) => point.value[2]));
    chart.setOption({
      animation: false,
      tooltip: { renderMode: "richText", formatter: (it) => `${it.name}: ${it.value[2]}`, backgroundColor: colour("ground"), borderColor: colour("dim"), textStyle: { color: colour("ink") } },
      geo: {
        map: "world", boundingCoords: frame.corners, aspectScale: frame.narrowing,
        left: 0, right: 0, top: 0, bottom: 0,
        roam: matchMedia("(pointer: fine)").matches ? "move" : false, scaleLimit: { min: 0.4, max: 60 },
        silent: true, itemStyle: { areaColor: colour("line"), borderColor: colour("ground"), borderWidth: 0.7 },
      },
      series: [{
        type: "scatter", coordinateSystem: "geo", data: points.map((point) => ({ ...point, label: { position: point.value[0] > frame.east - (frame.east - frame.west) / 4 ? "left" : "right" } })),
        symbol: (_, it) => (it.data.governs ? "diamond" : "circle"),
        symbolSize: (value) => 7 + 25 * Math.sqrt(value[2] / most),
        itemStyle: { color: (it) => colour(it.data.governs ? "amber" : "blue"), opacity: 0.72, borderColor: colour("ground"), borderWidth: 1 },
        label: { show: true, formatter: "{b}", color: colour("ink"), fontSize: 13, textBorderColor: colour("ground"), textBorderWidth: 3 },
        labelLayout: { hideOverlap: true },
        emphasis: { label: { show: true }, itemStyle: { opacity: 1 } },
      }],
    });
    figure.dataset.drawn = "yes";
  }

  draw();
  chart.on("click", "series", (it) => { location.assign(it.data.address); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("resize", () => chart.resize());
  figure.querySelector(".zoom").addEventListener("click", (event) => {
    const by = Number(event.target.value);
    if (event.target.value === "0") { chart.clear(); draw(); return; }
    if (by) chart.dispatchAction({ type: "geoRoam", componentType: "geo", zoom: by, originX: ground.clientWidth / 2, originY: ground.clientHeight / 2 });
  });
})();
