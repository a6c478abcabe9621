package io.clearway.architecture;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/// Finds switches over our own sealed types and enums that name a case for all the rest: the
/// compiler could no longer find the forgotten one.
final class Switches extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Parsed parsed;
  private final List<String> found = new ArrayList<>();

  private Switches(Parsed parsed) {
    this.parsed = parsed;
  }

  static List<String> withDefault(List<SourceFile> files) throws IOException {
    Parsed parsed = Parsed.resolved(files);
    Switches switches = new Switches(parsed);
    parsed.units().forEach(unit -> switches.scan(unit, null));
    return switches.found;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree node, @Nullable Void nothing) {
    check(node, node.getExpression(), node.getCases());
    return super.visitSwitch(node, null);
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree node, @Nullable Void nothing) {
    check(node, node.getExpression(), node.getCases());
    return super.visitSwitchExpression(node, null);
  }

  private void check(Tree node, ExpressionTree selector, List<? extends CaseTree> cases) {
    TypeMirror type = typeOf(selector);
    if (!isClosedAndOurs(type)) {
      return;
    }
    for (CaseTree one : cases) {
      if (isForAllTheRest(one, type)) {
        found.add(
            parsed.place(getCurrentPath().getCompilationUnit(), node)
                + " switches over "
                + type
                + " with a case for all the rest");
      }
    }
  }

  private TypeMirror typeOf(Tree tree) {
    TreePath path = TreePath.getPath(getCurrentPath().getCompilationUnit(), tree);
    return parsed.types().erasure(parsed.trees().getTypeMirror(path));
  }

  private boolean isClosedAndOurs(TypeMirror type) {
    return parsed.types().asElement(type) instanceof TypeElement element
        && element.getQualifiedName().toString().startsWith(Rooms.ROOT + ".")
        && (element.getKind() == ElementKind.ENUM
            || element.getModifiers().contains(Modifier.SEALED));
  }

  private boolean isForAllTheRest(CaseTree one, TypeMirror selector) {
    return one.getLabels().stream()
        .anyMatch(label ->
            label instanceof DefaultCaseLabelTree
                || (one.getGuard() == null && matchesEverything(label, selector)));
  }

  /// `case Event e` over `Event` is a default by another name.
  private boolean matchesEverything(CaseLabelTree label, TypeMirror selector) {
    return label instanceof PatternCaseLabelTree pattern
        && pattern.getPattern() instanceof BindingPatternTree binding
        && parsed.types().isSubtype(selector, typeOf(binding.getVariable().getType()));
  }
}
