import { isPkiError } from "../../errors/pki-error.ts";
import { initCa, renderInit } from "../ca/init-ca.ts";
import { withStore } from "../ca/store.ts";
import type { ExitCode } from "../command.ts";
import type { Context } from "../context.ts";
import { renderTour } from "../tour/render-tour.ts";
import { takeTour } from "../tour/tour.ts";

export async function run(context: Context): Promise<ExitCode> {
  const tour = await withStore(context, takeTour).catch(async (error) => {
    if (!isPkiError(error, "ERR_STORE_MISSING")) throw error;
    const { report } = await initCa(context);
    context.output.note(renderInit(report, context.output.paint, context.now()));
    return withStore(context, takeTour);
  });
  context.output.result(tour, (value, paint) => renderTour(value, paint, context.now()));
  return tour.scenes.every(({ accepted }, index) => accepted === index >= 2) ? 0 : 1;
}
