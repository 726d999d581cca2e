package org.visavis.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.visavis.benchmarks.simulation.Plot.Axis;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTest {

  @Test
  void aPlotIsWellFormedAndPutsPointsWhereTheyBelong() throws Exception {
    Plot plot = new Plot("Wait", Axis.of("load", 0, 1, 0.5, 1), Axis.logarithmic("wait", 1, 100));
    plot.line("a", List.of(new double[] {0, 1}, new double[] {1, 100}, new double[] {1, 0.1}));
    plot.points("b", List.of(new double[] {0.5, 10}));
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(plot.svg())));
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(plot.svg())
        .contains("d=\"M64.0 368.0L504.0 44.0\"")
        .contains("M284.0 206.0m-4 -4h8v8h-8z")
        .contains(">100<", ">0.5<", ">b<");
  }
}
